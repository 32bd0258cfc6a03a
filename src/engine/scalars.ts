/**
 * Functions of one or two numbers that JavaScript lacks, with the results that
 * Python and numpy give: division with floor, rounding to even, bits of 64-bit
 * integers, and functions that must not overflow on the way.
 */

export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const grown = Math.exp(x);
  return grown / (1 + grown);
}

/** log(exp(a) + exp(b)). */
export function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  const gap = a - b;
  if (gap > 0) return a + Math.log1p(Math.exp(-gap));
  return gap <= 0 ? b + Math.log1p(Math.exp(gap)) : gap;
}

export function power(base: number, exponent: number): number {
  if (exponent === 2) return base * base;
  if (exponent === 1) return base;
  // C and Python: 1 to any power is 1, and so is (-1) to an infinite one.
  if (base === 1) return 1;
  if (base === -1 && (exponent === Infinity || exponent === -Infinity)) return 1;
  return base ** exponent;
}

/** To the nearest integer, halves to the even one. */
export function roundHalfEven(x: number): number {
  return Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x);
}

/** The remainder with the sign of the divisor. */
export function floorMod(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** The floor of the exact quotient, not of the rounded one. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

export function bitAnd(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a & b;
  return toNumber(BigInt(a) & BigInt(b));
}

export function bitOr(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a | b;
  return toNumber(BigInt(a) | BigInt(b));
}

export function bitXor(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a ^ b;
  return toNumber(BigInt(a) ^ BigInt(b));
}

export function shiftLeft(a: number, b: number): number {
  const shifted = a * 2 ** b;
  if (Number.isSafeInteger(shifted)) return shifted;
  if (b >= 64) return 0;
  return toNumber(BigInt(a) << BigInt(b));
}

export function shiftRight(a: number, b: number): number {
  return Math.floor(a / 2 ** b);
}

function toNumber(bits: bigint): number {
  return Number(BigInt.asIntN(64, bits));
}
