/** Every op against the numbers that numpy gives (test/reference/ops.py). */
import assert from 'node:assert/strict';
import type { OpName } from '../../src/engine/op';
import { ops } from '../../src/engine/ops';
import cases from '../reference/ops.json';
import { type ArrayData, applyAny, assertClose, newGraph } from './support';

interface Case {
  readonly op: OpName;
  readonly inputs: readonly ArrayData[];
  readonly parameters: Record<string, unknown> | null;
  readonly output: ArrayData;
}

/** Results that our own JavaScript engine rounds in its own way, or sums in its own order. */
const inexact = new Set<OpName>(
  (
    'exp expm1 log log1p log2 log10 cbrt sin cos tan asin acos atan sinh cosh tanh asinh acosh ' +
    'atanh sigmoid power atan2 hypot logaddexp sum prod cumsum matmul'
  )
    .split(' ')
    .map((name) => name as OpName),
);

/** Approximations of another kind than numpy's and scipy's; relative to 1 where the result is small. */
const approximate = new Set<OpName>([
  'erf',
  'erfc',
  'erfcx',
  'erfinv',
  'erfcinv',
  'logNdtr',
  'gammaln',
  'gamma',
  'polygamma',
  'besselI',
  'eigenvalues',
  'eigenvectors',
  'pseudoInverse',
]);

function check({ op, inputs, parameters, output }: Case): void {
  const graph = newGraph();
  const ids = inputs.map(({ data, shape, type }) => graph.constant(data.map(Number), shape, type));
  const id = applyAny(graph, op, ids, withPositions(parameters));
  assert.deepEqual(graph.entry(id).shape, output.shape);
  assert.equal(graph.entry(id).type, output.type);
  const relative = approximate.has(op) ? 2e-14 : inexact.has(op) ? 1e-15 : 0;
  const absolute = approximate.has(op) ? 2e-15 : 0;
  assertClose(graph.value(id), output.data.map(Number), relative, absolute, op);
}

/** JSON has lists where the engine has typed arrays. */
function withPositions(parameters: Case['parameters']): Record<string, unknown> | null {
  if (parameters === null || !('positions' in parameters)) return parameters;
  return { ...parameters, positions: Int32Array.from(parameters.positions as number[]) };
}

describe('ops against numpy', () => {
  const all = cases as unknown as Case[];
  const names = new Set(all.map(({ op }) => op));

  for (const name of names) {
    it(name, () => {
      for (const row of all.filter(({ op }) => op === name)) check(row);
    });
  }

  it('leaves out only the ops that numpy does not have', () => {
    const missing = Object.keys(ops).filter((name) => !names.has(name as OpName));
    assert.deepEqual(missing.sort(), ['chain', 'constant', 'copy', 'input', 'write']);
  });
});
