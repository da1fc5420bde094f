// Types of the one file of `seedrandom` that the engine loads (its type package describes only the main entry).
declare module 'seedrandom/lib/alea.js' {
  interface AleaState {
    c: number;
    s0: number;
    s1: number;
    s2: number;
  }
  interface AleaGenerator {
    /** 32-bit fraction in [0, 1). */
    (): number;
    /** 53-bit fraction in [0, 1): two steps of the generator. */
    double(): number;
    int32(): number;
    state(): AleaState;
  }
  export default function alea(seed: string, options: { state: true | AleaState }): AleaGenerator;
}
