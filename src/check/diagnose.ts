/**
 * Why a written gradient is wrong, where its numbers tell: a constant factor, a
 * sign, a transposed array, the gradient of another input.
 */

import type { Experiment, Written } from './experiment';
import { isClose, shapesAgree } from './judge';
import type { Cause } from './report';
import { shortNumber } from './sentences';

const tolerance = 1e-8;

/** The simplest explanation of `written` given the analytic gradients; null when none is seen. */
export function diagnose(
  experiment: Experiment,
  gradients: readonly Float64Array[],
  written: Written,
): Cause | null {
  const truth = gradients[written.input];
  const { shape } = experiment.inputs[written.input];
  // In another shape, the numbers of one gradient are no multiple of another.
  const ratio = shapesAgree(written.shape, shape) ? constantRatio(written.data, truth) : null;
  if (ratio !== null) return ratioCause(ratio, experiment, written);
  const other = gradients.findIndex(
    (each, index) => index !== written.input && same(written.data, each),
  );
  if (other >= 0) {
    const name = experiment.inputs[other].name;
    return cause(
      'other-input',
      `this is the gradient of ${name}, not of ${experiment.inputs[written.input].name}`,
    );
  }
  if (shape.length === 2 && same(written.data, transposed(truth, shape[0], shape[1]))) {
    return cause('transposed', 'this is the transpose of the gradient');
  }
  return null;
}

function ratioCause(ratio: number, experiment: Experiment, written: Written): Cause | null {
  if (isClose(ratio, 1, 0, tolerance)) return null;
  if (isClose(ratio, -1, 0, tolerance))
    return cause('sign', 'the sign is wrong: it is the negative of the gradient');
  if (ratio === 0) return cause('zero', 'it is zero, but the gradient is not');
  const source = written.source === '@grad' ? 'the claim' : `\`${written.source}\``;
  const sizes = new Set(experiment.inputs.flatMap((input) => [...input.shape, input.data.length]));
  for (const size of sizes) {
    if (size > 2 && isClose(ratio, size, 0, tolerance))
      return cause(
        'factor',
        `${source} is ${size} times too large: a division by ${size} is missing`,
      );
    if (size > 2 && isClose(ratio * size, 1, 0, tolerance))
      return cause(
        'factor',
        `${source} is ${size} times too small: it is divided by ${size} once too often`,
      );
  }
  const sign = ratio < 0 ? ', with the wrong sign' : '';
  const size = Math.abs(ratio);
  for (const factor of [2, 3, 4, 10, Math.PI, Math.LN2, Math.LN10, Math.PI / 180]) {
    const name = factorNames.get(factor) ?? String(factor);
    if (isClose(size, factor, 0, tolerance))
      return cause('factor', `${source} has a factor ${name} too much${sign}`);
    if (isClose(size * factor, 1, 0, tolerance))
      return cause('factor', `${source} lacks a factor ${name}${sign}`);
  }
  // One number over another is always some ratio: only several entries that share it tell something.
  if (written.data.length < 2) return null;
  return cause('factor', `${source} is ${shortNumber(ratio)} times the gradient`);
}

const factorNames = new Map([
  [Math.PI, 'π'],
  [Math.LN2, 'ln 2'],
  [Math.LN10, 'ln 10'],
  [Math.PI / 180, 'π/180'],
]);

/** written / truth when it is the same for all entries that count; null when it is not. */
export function constantRatio(written: Float64Array, truth: Float64Array): number | null {
  let largest = 0;
  for (const each of truth) largest = Math.max(largest, Math.abs(each));
  if (largest === 0 || written.length !== truth.length) return null;
  let ratio: number | null = null;
  for (let at = 0; at < truth.length; at++) {
    if (Math.abs(truth[at]) <= 1e-9 * largest) {
      if (Math.abs(written[at]) > 1e-9 * largest) return null;
      continue;
    }
    const here = written[at] / truth[at];
    if (!Number.isFinite(here)) return null;
    if (ratio !== null && !isClose(here, ratio, 0, tolerance)) return null;
    ratio ??= here;
  }
  return ratio;
}

function same(a: Float64Array, b: Float64Array): boolean {
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((value, at) => isClose(value, b[at], 0, tolerance))
  );
}

function transposed(data: Float64Array, rows: number, columns: number): Float64Array {
  return data.map((_, at) => data[(at % rows) * columns + Math.floor(at / rows)]);
}

function cause(code: string, message: string): Cause {
  return { code, message, range: null };
}
