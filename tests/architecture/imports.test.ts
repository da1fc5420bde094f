// Imports run one way (ARCHITECTURE.md). A room is a folder or a file directly under packages/engine/src.

import { describe, expect, it } from 'vitest';
import { importsOf, resolveImport, sourceFiles } from './source.ts';

const STAGES = ['receiving', 'storage', 'picking', 'packing', 'counter', 'dispatch', 'delivery'];
const POLICY_ROOMS = ['workforce', 'yard', ...STAGES];

/** room → the rooms it may import, and why. */
const ARROWS: Record<string, { readonly may: readonly string[]; readonly because: string }> = {
  base: { may: [], because: 'numbers, units and columns know nothing of what they count' },
  kernel: { may: ['base'], because: 'the kernel simulates any system: no warehouse word in it' },
  model: { may: ['base'], because: 'the model is data about the DC; it does not know that it is simulated' },
  trace: { may: ['base', 'model'], because: 'what happened is told in the terms of the model, whoever did it' },
  world: { may: ['base', 'kernel', 'model', 'trace'], because: 'the state of the DC; the stages act on it, it acts on none' },
  workforce: {
    may: ['base', 'kernel', 'model', 'trace', 'world'],
    because: 'every stage asks people to work, so the workforce stands before the stages (decision 0001)',
  },
  yard: {
    may: ['base', 'kernel', 'model', 'trace', 'world', 'workforce'],
    because: 'trucks and vehicles share doors and yard, so these stand before receiving and dispatch (decision 0001)',
  },
  ...Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      {
        may: ['base', 'kernel', 'model', 'trace', 'world', 'workforce', 'yard'],
        because: 'stages meet in the world and through events, never by import, so that each can be replaced alone',
      },
    ]),
  ),
  kpis: { may: ['base', 'kernel', 'model', 'trace', 'world'], because: 'measures read what happened, not who decided it' },
  policies: { may: ['model', ...POLICY_ROOMS], because: 'the list of all policies; it runs none of them' },
  'describe-event': { may: ['kernel', 'world'], because: 'puts an event of the calendar in words, for people' },
  run: {
    may: ['base', 'kernel', 'model', 'trace', 'world', 'kpis', 'policies', 'describe-event', ...POLICY_ROOMS],
    because: 'the one place that wires everything together',
  },
  index: {
    may: ['base', 'kernel', 'model', 'trace', 'world', 'kpis', 'policies', 'describe-event', 'run', ...POLICY_ROOMS],
    because: 'the contents page of the engine; the protocol has its own (`@dongseon/engine/protocol`)',
  },
  protocol: {
    may: ['base', 'model', 'trace', 'kpis', 'describe-event', 'run', 'index'],
    because: 'the border carries the model in and the trace out; it drives a run through its public surface only',
  },
  worker: { may: ['protocol'], because: 'the entry of the Web Worker holds nothing but the connection' },
};

/** Packages an engine room may import. */
const PACKAGES: Record<string, { readonly may: readonly string[]; readonly because: string }> = {
  base: { may: ['seedrandom', 'seedrandom/lib/alea', 'seedrandom/lib/alea.js'], because: 'the one wrapper of the generator' },
  protocol: { may: ['comlink'], because: 'commands cross the worker border by comlink' },
  worker: { may: ['comlink'], because: 'commands cross the worker border by comlink' },
};

function roomOf(path: string): string | undefined {
  return /^packages\/engine\/src\/([^/]+?)(?:\.tsx?)?(?:\/|$)/.exec(path)?.[1];
}

const engineFiles = sourceFiles('packages/engine/src');

describe('imports of the engine', () => {
  it('has a rule for every room, so that a new one is thought about', () => {
    const rooms = new Set(engineFiles.map(roomOf));
    expect([...rooms].filter((room) => room === undefined || !(room in ARROWS))).toEqual([]);
  });

  it('go only along the arrows', () => {
    const wrong: string[] = [];
    for (const file of engineFiles) {
      const room = roomOf(file)!;
      const rule = ARROWS[room];
      for (const name of importsOf(file)) {
        const target = resolveImport(file, name);
        if (target === undefined) {
          if (!PACKAGES[room]?.may.includes(name)) wrong.push(`${file} imports the package ${name}`);
          continue;
        }
        const targetRoom = roomOf(target);
        if (targetRoom === undefined) wrong.push(`${file} imports ${target}: outside the engine`);
        else if (targetRoom !== room && !rule?.may.includes(targetRoom)) {
          wrong.push(`${file} imports ${target}: ${room} may not import ${targetRoom}, because ${rule?.because}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('name the file with its extension, so that every runtime finds it', () => {
    const relativeImports = engineFiles.flatMap((file) => importsOf(file).map((name) => [file, name] as const));
    const wrong = relativeImports.filter(([, name]) => name.startsWith('.') && !name.endsWith('.ts'));
    expect(wrong).toEqual([]);
  });
});

describe('imports between the packages', () => {
  it('scenarios use the engine by its public surface only', () => {
    const wrong = sourceFiles('packages/scenarios/src').flatMap((file) =>
      importsOf(file)
        .filter((name) => /^@dongseon\/(?!engine$|engine\/protocol$)/.test(name) || name.includes('engine/src'))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('scenarios touch files and processes only in the command line, the executors, reports and node.ts', () => {
    const wrong = sourceFiles('packages/scenarios/src')
      .filter((file) => !/\/src\/(cli|experiments|report|node)(\/|\.ts)/.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('node:'))
          .map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  /** Terms and types, without the engine that acts on them: the first paint must not wait for the engine's code. */
  const TERMS = /engine\/src\/(model\/|trace\/format|base\/units|world\/states|protocol\/(messages|client|index))/;

  it('the viewer takes the engine’s terms in three files, starts the worker in one folder, and never touches files', () => {
    const wrong: string[] = [];
    for (const file of sourceFiles('packages/viewer/src')) {
      for (const name of importsOf(file)) {
        if (name.startsWith('node:') || name === '@dongseon/scenarios/node') wrong.push(`${file} imports ${name}`);
        if (name === '@dongseon/engine/worker' && !file.includes('/engine-link/')) wrong.push(`${file} imports ${name}`);
        const mayTakeTerms = file.includes('/engine-link/') || file.endsWith('/engine.ts');
        if (/\.\.\/(engine|scenarios)\//.test(name) && !(mayTakeTerms && TERMS.test(name))) {
          wrong.push(`${file} imports ${name}: use the package`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
