/**
 * Graph entries of one number each as rows of a table that one loop runs: the
 * fast half of a replay. Every case gives the same bits as the op's own kernel
 * (a test holds the two equal), so it is a second road, not a second meaning.
 */
import { Code, codeCount, rowLength } from './scalar-codes';
import { floorDivide, floorMod, logAddExp, power, roundHalfEven, sigmoid } from './scalars';

/** Runs rows from `from` until one must be called or `end` is reached; returns where it stopped. */
export function runRows(rows: Int32Array, from: number, end: number, v: Float64Array): number {
  let row = runArithmetic(rows, from, end, v);
  while (row < end && runFunction(rows, row, v)) {
    row = runArithmetic(rows, row + rowLength, end, v);
  }
  return row;
}

/** The commonest rows, in a loop so small that the compiler keeps all of it in registers. */
function runArithmetic(rows: Int32Array, from: number, end: number, v: Float64Array): number {
  let row = from;
  for (; row < end; row += rowLength) {
    const code = rows[row];
    const out = rows[row + 1];
    const a = v[rows[row + 2]];
    const b = v[rows[row + 3]];
    // By comparison: those branches are predicted where a jump table's is not.
    if (code === Code.multiply) v[out] = a * b;
    else if (code === Code.add) v[out] = a + b;
    else if (code === Code.chain) v[out] = a === 0 ? 0 : a * b;
    else if (code === Code.subtract) v[out] = a - b;
    else if (code === Code.divide) v[out] = a / b;
    else if (code === Code.move) v[out] = a;
    else if (code === Code.negate) v[out] = -a;
    else if (code === Code.sqrt) v[out] = Math.sqrt(a);
    else return row;
  }
  return row;
}

/** One row of another kind; false for one that must be called. */
function runFunction(rows: Int32Array, row: number, v: Float64Array): boolean {
  const out = rows[row + 1];
  const a = rows[row + 2];
  const b = rows[row + 3];
  switch (rows[row]) {
    case Code.exp:
      v[out] = Math.exp(v[a]);
      break;
    case Code.expm1:
      v[out] = Math.expm1(v[a]);
      break;
    case Code.log:
      v[out] = Math.log(v[a]);
      break;
    case Code.log1p:
      v[out] = Math.log1p(v[a]);
      break;
    case Code.log2:
      v[out] = Math.log2(v[a]);
      break;
    case Code.log10:
      v[out] = Math.log10(v[a]);
      break;
    case Code.cbrt:
      v[out] = Math.cbrt(v[a]);
      break;
    case Code.sin:
      v[out] = Math.sin(v[a]);
      break;
    case Code.cos:
      v[out] = Math.cos(v[a]);
      break;
    case Code.tan:
      v[out] = Math.tan(v[a]);
      break;
    case Code.asin:
      v[out] = Math.asin(v[a]);
      break;
    case Code.acos:
      v[out] = Math.acos(v[a]);
      break;
    case Code.atan:
      v[out] = Math.atan(v[a]);
      break;
    case Code.sinh:
      v[out] = Math.sinh(v[a]);
      break;
    case Code.cosh:
      v[out] = Math.cosh(v[a]);
      break;
    case Code.tanh:
      v[out] = Math.tanh(v[a]);
      break;
    case Code.asinh:
      v[out] = Math.asinh(v[a]);
      break;
    case Code.acosh:
      v[out] = Math.acosh(v[a]);
      break;
    case Code.atanh:
      v[out] = Math.atanh(v[a]);
      break;
    case Code.sigmoid:
      v[out] = sigmoid(v[a]);
      break;
    case Code.abs:
      v[out] = Math.abs(v[a]);
      break;
    case Code.sign:
      v[out] = Math.sign(v[a]);
      break;
    case Code.floor:
      v[out] = Math.floor(v[a]);
      break;
    case Code.ceil:
      v[out] = Math.ceil(v[a]);
      break;
    case Code.trunc:
      v[out] = Math.trunc(v[a]);
      break;
    case Code.round:
      v[out] = roundHalfEven(v[a]);
      break;
    case Code.not:
      v[out] = v[a] === 0 ? 1 : 0;
      break;
    case Code.power:
      v[out] = power(v[a], v[b]);
      break;
    case Code.maximum:
      v[out] = Math.max(v[a], v[b]);
      break;
    case Code.minimum:
      v[out] = Math.min(v[a], v[b]);
      break;
    case Code.atan2:
      v[out] = Math.atan2(v[a], v[b]);
      break;
    case Code.hypot:
      v[out] = Math.hypot(v[a], v[b]);
      break;
    case Code.logaddexp:
      v[out] = logAddExp(v[a], v[b]);
      break;
    case Code.floorDivide:
      v[out] = floorDivide(v[a], v[b]);
      break;
    case Code.floorMod:
      v[out] = floorMod(v[a], v[b]);
      break;
    case Code.remainder:
      v[out] = v[a] % v[b];
      break;
    case Code.less:
      v[out] = v[a] < v[b] ? 1 : 0;
      break;
    case Code.lessEqual:
      v[out] = v[a] <= v[b] ? 1 : 0;
      break;
    case Code.greater:
      v[out] = v[a] > v[b] ? 1 : 0;
      break;
    case Code.greaterEqual:
      v[out] = v[a] >= v[b] ? 1 : 0;
      break;
    case Code.equal:
      v[out] = v[a] === v[b] ? 1 : 0;
      break;
    case Code.notEqual:
      v[out] = v[a] !== v[b] ? 1 : 0;
      break;
    case Code.and:
      v[out] = v[a] !== 0 && v[b] !== 0 ? 1 : 0;
      break;
    case Code.or:
      v[out] = v[a] !== 0 || v[b] !== 0 ? 1 : 0;
      break;
    case Code.xor:
      v[out] = (v[a] !== 0) !== (v[b] !== 0) ? 1 : 0;
      break;
    case Code.where:
      v[out] = v[a] !== 0 ? v[b] : v[rows[row + 4]];
      break;
    default:
      return false;
  }
  return true;
}

/**
 * Runs every case some times on numbers that mean nothing. The JIT compiles what it has seen:
 * a case that first shows in the middle of the work would throw the compiled loop away.
 */
export function warmUp(): void {
  const rows = new Int32Array((codeCount - 1) * rowLength);
  for (let code = 1; code < codeCount; code++) rows.set([code, 3, 0, 1, 2], (code - 1) * rowLength);
  const v = Float64Array.of(0.5, 0.25, 0.75, 0);
  for (let round = 0; round < 100; round++) runRows(rows, 0, rows.length, v);
}
