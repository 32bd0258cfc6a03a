/** The multivariate normal distribution. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { algebra } from './algebra';
import { frozen } from './distributions';
import { type Functions, reshape } from './shared';
import { cholesky, identity, solve, transposed } from './solving';

const id = 'distribution.multivariateNormal';

export const multivariate: Functions = {
  [id]: (call) => frozen(call, id, ['mean', 'cov']),
  [`${id}.logpdf`]: (call) => call.give(logDensity(call)),
  [`${id}.pdf`]: (call) => call.give(call.apply('exp', [logDensity(call)], null)),
};

/** Points along the last axis of x. */
function logDensity(call: LibraryCall): EntryId {
  const m = algebra(call);
  const x = m.get('x');
  const given = call.optional('mean') === null ? null : m.get('mean');
  const shape = call.shapeOf(x);
  const size = extentOf(call, given);
  const covariance = m.get('cov');
  const extent = size ?? 1;
  // One number stands for a multiple of the identity.
  const matrix =
    call.shapeOf(covariance).length === 2
      ? covariance
      : m.product(
          reshape(call, covariance, [call.shapeOf(covariance)[0] ?? 1]),
          identity(call, extent),
        );
  const moved = given === null ? x : m.minus(x, given);
  const stack = extent === 1 && shape.at(-1) !== 1 ? shape : shape.slice(0, -1);
  const count = stack.reduce((a, b) => a * b, 1);
  const rows = reshape(call, moved, [count, extent]);
  const factor = cholesky(call, matrix);
  const white = solve(call, factor, transposed(call, rows));
  const squares = call.apply('sum', [m.product(white, white)], {
    axes: [0],
    keepDimensions: false,
  });
  const scales = m.product(factor, identity(call, extent));
  const diagonal = call.apply('sum', [scales], { axes: [0], keepDimensions: false });
  const area = call.apply('sum', [m.log(diagonal)], { axes: [0], keepDimensions: false });
  const constant = m.sum(area, m.k((extent * Math.log(2 * Math.PI)) / 2));
  return reshape(call, m.negate(m.sum(m.product(m.k(0.5), squares), constant)), stack);
}

function extentOf(call: LibraryCall, mean: EntryId | null): number | null {
  if (mean !== null && call.shapeOf(mean).length > 0) return call.shapeOf(mean)[0];
  const covariance = call.shapeOf(call.entry('cov'));
  return covariance.length > 0 ? covariance[0] : mean === null ? null : 1;
}
