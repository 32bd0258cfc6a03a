/** How numbers, error bars, arrays and points are written. */
import assert from 'node:assert/strict';
import type { JsonArray, JsonNumber } from '../../src/check/report';
import {
  digitsToTell,
  formatArray,
  formatBound,
  formatNumber,
  formatPoint,
  formatShape,
  formatWithError,
} from '../../src/render/number';

function check(value: JsonNumber | null, expected: string): void {
  it(`writes ${value} as ${expected}`, () => assert.equal(formatNumber(value), expected));
}

describe('numbers', () => {
  check(null, '–');
  check(0, '0');
  check(-0, '0');
  check(7, '7');
  check(-12, '-12');
  check(123456789, '123456789');
  check(1e15, '1e15');
  check(0.5, '0.5');
  check(1 / 3, '0.333333');
  check(6.999999999998, '7');
  check(1234567.89, '1.23457e6');
  check(1e-10, '1e-10');
  check(1.25e-7, '1.25e-7');
  check(0.000123456789, '0.000123457');
  check(-2.5e-300, '-2.5e-300');
  check(Number.MAX_VALUE, '1.79769e308');
  check('NaN', 'NaN');
  check('Infinity', '∞');
  check('-Infinity', '-∞');
});

describe('error bars', () => {
  const check = (value: number | null, error: JsonNumber | null, expected: string) =>
    it(expected, () => assert.equal(formatWithError(value, error), expected));
  check(7, 1.5e-12, '7 ± 2e-12');
  check(7, 2e-12, '7 ± 2e-12');
  check(7, 0, '7 ± 0');
  check(0.5, 0.051, '0.5 ± 0.06');
  check(7, 'Infinity', '7 ± ∞');
  check(null, null, '–');
  check(3, null, '3');
  it('rounds up, over a power of ten too', () => {
    assert.equal(formatBound(0.95), '1');
    assert.equal(formatBound(9.1e-13), '1e-12');
    assert.equal(formatBound(21), '30');
    assert.equal(formatBound(230000), '3e5');
  });
});

describe('arrays', () => {
  const check = (value: JsonArray, expected: string, maximum?: number) =>
    it(expected, () => assert.equal(formatArray(value, maximum), expected));
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  check([], '[]');
  check([1, 2.5, null], '[1, 2.5, –]');
  check(
    [
      [1, 2],
      [3, 4],
    ],
    '[[1, 2], [3, 4]]',
  );
  check(count(100), '[0, 1, 2, …, 97, 98, 99]');
  check(count(100), '[0, 1, …, 98, 99]', 20);
  check(
    count(50).map(() => count(50)),
    '[[0, …, 49], …, [0, …, 49]]',
  );
  check(count(1000), 'array (1000,)', 5);
  it('does not print a huge array in full', () => {
    const row = count(1e6);
    assert.equal(formatArray([row, row, row]), '[[0, …, 999999], [0, …, 999999], [0, …, 999999]]');
  });
});

describe('shapes and points', () => {
  it('writes shapes as NumPy does', () => {
    assert.deepEqual([[], [3], [4, 3]].map(formatShape), ['()', '(3,)', '(4, 3)']);
  });
  it('writes points', () => {
    assert.equal(formatPoint({ x: 3, A: [1, 2], mode: 'fast' }), 'x = 3, A = [1, 2], mode = fast');
    assert.equal(formatPoint({ x: 'NaN', y: 'Infinity' }), 'x = NaN, y = ∞');
  });
  it('finds the digits that tell numbers apart', () => {
    assert.equal(digitsToTell([2, 2]), 6);
    assert.equal(digitsToTell([2, 2.0000001]), 8);
    assert.equal(digitsToTell([1, 1 + Number.EPSILON]), 17);
  });
});
