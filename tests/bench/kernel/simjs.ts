// Loads SIM.JS 2.0.3 from npm, a bundle for browsers that leaves its classes on `window`, and gives the few of them that are used.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

export interface SimJsRequest {
  done(callback: () => void): SimJsRequest;
}

export interface SimJsEntity {
  time(): number;
  setTimer(delay: number): SimJsRequest;
  useFacility(facility: object, duration: number): SimJsRequest;
}

export interface SimJs {
  readonly Sim: new (name: string) => { addEntity(type: unknown, name: string): SimJsEntity; simulate(until: number): void };
  readonly Entity: new (...rest: unknown[]) => SimJsEntity;
  readonly Facility: new (name: string) => object;
}

export function loadSimJs(): SimJs {
  const source = readFileSync(createRequire(import.meta.url).resolve('simjs'), 'utf8');
  const window: { Sim?: SimJs } = {};
  (
    runInThisContext(`(function (window) {${source}
})`) as (window: object) => void
  )(window);
  if (window.Sim === undefined) throw new Error('simjs did not leave its classes on window');
  return window.Sim;
}
