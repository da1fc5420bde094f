// M/M/1 written out by hand: no event list (two candidate times suffice), no dispatch, the generator and the ziggurat in local
// variables. The calibration loop that the kernel's ratio is taken against: what JavaScript does when nothing is general.

import { exp, log } from '../../../packages/engine/src/base/transcendental.ts';
import type { Outcome } from './measure.ts';

const LAYERS = 256;
const TAIL = 7.69711747013105;
const edges = new Float64Array(LAYERS + 1);
const heights = new Float64Array(LAYERS + 1);
{
  const area = 3.949659822581557e-3;
  edges[0] = area / exp(-TAIL);
  edges[1] = TAIL;
  heights[1] = exp(-TAIL);
  for (let i = 2; i < LAYERS; i++) {
    heights[i] = heights[i - 1]! + area / edges[i - 1]!;
    edges[i] = -log(heights[i]!);
  }
  heights[LAYERS] = 1;
}

/** Result: the mean time in system (9.99… for lambda 0.9, mu 1 within its sampling error). */
export function handInlinedMM1(customers: number): Outcome {
  const ring = new Float64Array(65536); // arrival times of those in the system
  // Alea's multiply-with-carry step, as the engine's streams, in local variables.
  let s0 = 0.1234567891;
  let s1 = 0.7654321987;
  let s2 = 0.3217654984;
  let carry = 1;
  const next = (): number => {
    const t = 2091639 * s0 + carry * 2.3283064365386963e-10;
    s0 = s1;
    s1 = s2;
    return (s2 = t - (carry = t | 0));
  };
  const exponential = (): number => {
    for (let offset = 0; ;) {
      const u = (next() + ((next() * 0x200000) | 0) * 1.1102230246251565e-16) * LAYERS;
      const layer = u | 0;
      const x = (u - layer) * edges[layer]!;
      if (x < edges[layer + 1]!) return offset + x;
      if (layer === 0) offset += TAIL;
      else if (heights[layer]! + next() * (heights[layer + 1]! - heights[layer]!) < exp(-x)) return offset + x;
    }
  };
  const meanGap = 1 / 0.9;
  let arrival = meanGap * exponential();
  let departure = Infinity;
  let arrived = 0;
  let served = 0;
  let sum = 0;
  while (served < customers) {
    if (arrival < departure) {
      ring[arrived & 65535] = arrival;
      if (arrived++ === served) departure = arrival + exponential();
      arrival = arrived < customers ? arrival + meanGap * exponential() : Infinity;
    } else {
      sum += departure - ring[served & 65535]!;
      departure = ++served < arrived ? departure + exponential() : Infinity;
    }
  }
  return { operations: 2 * customers, result: sum / customers };
}
