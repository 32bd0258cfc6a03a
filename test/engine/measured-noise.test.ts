/** Noise that is measured, against noise that was put in; and derivatives of black boxes with it. */
import assert from 'node:assert/strict';
import { difference } from '../../src/engine/difference';
import { measuredNoise } from '../../src/engine/measured-noise';

const rows: readonly (readonly [name: string, f: (x: number) => number, noise: number])[] = [
  ['rounded to 6 digits', (x) => Math.round(1e6 * Math.exp(x)) / 1e6, 5e-7],
  ['rounded to 9 digits', (x) => Math.round(1e9 * Math.sin(x)) / 1e9, 5e-10],
  ['float32', (x) => Math.fround(Math.exp(x)), 2 ** -24],
];

describe('measured noise', () => {
  for (const [name, f, noise] of rows) {
    it(name, () => {
      const found = measuredNoise((t) => f(0.7 + t), 1).noise;
      assert.ok(found >= 0.5 * noise && found <= 20 * noise, `${found}`);
    });
  }

  it('is 0 where nothing changes', () => {
    assert.equal(measuredNoise(() => 3, 1).noise, 0);
  });

  it('gives derivatives whose error bar holds', () => {
    for (const [name, f] of rows) {
      const truth = name.includes('9') ? Math.cos(0.7) : Math.exp(0.7);
      const phi = (t: number) => ({ value: f(0.7 + t), sameBranch: true });
      const options = { center: f(0.7), magnitude: 0.7, expected: truth, rtol: 1e-6, noise: null };
      const { value, error } = difference(phi, options);
      assert.ok(Math.abs(value - truth) <= error, name);
      assert.ok(error <= 1e-3, `${name}: ${error}`);
    }
  });
});
