/** Seeded draws for sample points: the same text, seed and name always give the same numbers. */

export interface Source {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** A stream of its own for each key. */
export function seeded(seed: number, key: string): Source {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  for (let at = 0; at < key.length; at++) {
    state = Math.imul(state ^ key.charCodeAt(at), 0x01000193) >>> 0;
  }
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };
  return { uniform, normal };
}

/** Signed magnitudes in ±[0.5, 1.5]: directions and cotangents that no symmetry can hide behind. */
export function signedMagnitudes(source: Source, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => {
    const magnitude = 0.5 + source.uniform();
    return source.uniform() < 0.5 ? -magnitude : magnitude;
  });
}
