/** Whether a written second derivative is symmetric, as every one is: u'Hv = v'Hu. */
import type { Experiment } from './experiment';
import { isClose } from './judge';
import { shortNumber } from './sentences';

const tolerance = 1e-9;

/**
 * The sentence about a written Hessian, or product with one, that is not symmetric; null where it
 * is, or where the experiments of no point tell.
 */
export function asymmetry(experiments: readonly Experiment[], source: string): string | null {
  const points = new Set(experiments.map(({ sample }) => sample));
  for (const point of points) {
    const own = experiments.filter(({ sample, order }) => sample === point && order === 2);
    const read = own.flatMap(({ entry, cotangent, written }) => {
      const found = written.filter((each) => each.source === source);
      const flat = found.length === 1 && found[0].data.length === cotangent.length;
      return flat ? [{ entry, cotangent, data: found[0].data }] : [];
    });
    for (const [at, one] of read.entries()) {
      for (const other of read.slice(at + 1)) {
        const forth = dot(other.cotangent, one.data);
        const back = dot(one.cotangent, other.data);
        if (isClose(forth, back, tolerance * scaleOf(one, other), 0)) continue;
        const [row, column] = [one.entry, other.entry];
        return row === null || column === null
          ? `it is not symmetric, as a Hessian is: u'Hv is ${shortNumber(back)}, v'Hu is ${shortNumber(forth)}`
          : `it is not symmetric, as a Hessian is: [${row}, ${column}] is ${shortNumber(forth)}, [${column}, ${row}] is ${shortNumber(back)}`;
      }
    }
  }
  return null;
}

interface Product {
  readonly cotangent: Float64Array;
  readonly data: Float64Array;
}

function scaleOf(one: Product, other: Product): number {
  const size = (each: Float64Array) => Math.sqrt(dot(each, each));
  return size(other.cotangent) * size(one.data) + size(one.cotangent) * size(other.data);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, each, at) => sum + each * b[at], 0);
}
