import { describe, expect, it } from 'vitest';
import { RandomStream, RandomStreams } from '../../../packages/engine/src/base/random.ts';

const draw = (stream: RandomStream, count: number): number[] => Array.from({ length: count }, () => stream.double());

describe('random streams', () => {
  it('give the numbers that seedrandom 3.0.5 gives for that seed', () => {
    const stream = new RandomStreams('run', 0).get('arrivals');
    expect(draw(stream, 3)).toEqual([0.25120794972610627, 0.8006744494998654, 0.8933993568422707]);
  });

  it('depend on run, replication and name, and on nothing else', () => {
    const first = draw(new RandomStreams('run', 0).get('a'), 5);
    const streams = new RandomStreams('run', 0);
    draw(streams.get('b'), 100);
    expect(draw(streams.get('a'), 5)).toEqual(first);
    expect(draw(new RandomStreams('run', 1).get('a'), 5)).not.toEqual(first);
    expect(draw(new RandomStreams('rum', 0).get('a'), 5)).not.toEqual(first);
    expect(draw(new RandomStreams(7, 0).get('a'), 5)).toEqual(draw(new RandomStreams('7', 0).get('a'), 5));
  });

  it('get() is one stream that goes on; once() starts anew at every call', () => {
    const streams = new RandomStreams('run', 0);
    const first = streams.get('a').double();
    expect(streams.get('a').double()).not.toBe(first);
    expect(streams.once('a').double()).toBe(first);
    expect(streams.once('a').double()).toBe(first);
    expect(streams.save().names).toEqual(['a']);
  });

  it('use all 53 bits', () => {
    const stream = new RandomStream('bits');
    const tails = new Set<number>();
    for (let i = 0; i < 1000; i++) tails.add((stream.double() * 2 ** 32) % 1);
    expect(tails.size).toBeGreaterThan(995);
  });

  it('draw integers evenly (chi-square over 10 cells, 0.999 quantile 27.9) and within bounds', () => {
    const stream = new RandomStream('integers');
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[stream.integer(10)]!++;
    expect(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
    expect(counts.reduce((sum, n) => sum + n)).toBe(100_000);
  });

  it('with neighbouring names are uncorrelated', () => {
    const streams = new RandomStreams('run', 0);
    let sum = 0;
    const pairs = 20_000;
    for (let i = 0; i < pairs; i++) {
      sum += (streams.once(`agv/${i}/speed`).double() - 0.5) * (streams.once(`agv/${i + 1}/speed`).double() - 0.5);
    }
    expect(Math.abs((12 * sum) / Math.sqrt(pairs))).toBeLessThan(4); // a standard normal if independent
  });

  it('restored, lazily or under the hand of their holder, go on as if they had never stopped', () => {
    const streams = new RandomStreams('run', 0);
    const held = streams.get('held');
    draw(held, 17);
    draw(streams.get('lazy'), 5);
    const saved = structuredClone(streams.save());
    const expected = [draw(held, 9), draw(streams.get('lazy'), 9), draw(streams.get('young'), 9)];
    const draws = (one: RandomStreams): number[][] => [
      draw(one.get('held'), 9),
      draw(one.get('lazy'), 9),
      draw(one.get('young'), 9),
    ];

    const elsewhere = new RandomStreams('run', 0);
    elsewhere.restore(saved);
    expect(elsewhere.save()).toEqual(saved); // saved again before anybody asked
    expect(draws(elsewhere)).toEqual(expected);

    streams.restore(saved);
    expect(streams.get('held')).toBe(held);
    expect(draws(streams)).toEqual(expected);
  });

  it('refuse a saved state of another shape', () => {
    expect(() => new RandomStream('x').restore([1, 2, 3])).toThrow('4 numbers');
  });
});
