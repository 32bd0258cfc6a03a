/**
 * The rows of a replay: what a graph entry of one number is as five whole numbers,
 * its code, where its result goes and where its operands stand. Both roads of a
 * replay read them: the loop (scalar-program.ts) and the compiler (compiled-*.ts).
 */
import type { Entry } from './graph';
import type { OpName, OpParameters } from './op';

/** A row: code, result, operands. */
export const rowLength = 5;

/** What a row does; all but `call` and `move` bear the name of their op. */
export enum Code {
  call,
  move,
  negate,
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sqrt,
  cbrt,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  sigmoid,
  abs,
  sign,
  floor,
  ceil,
  trunc,
  round,
  not,
  add,
  subtract,
  multiply,
  divide,
  chain,
  power,
  maximum,
  minimum,
  atan2,
  hypot,
  logaddexp,
  floorDivide,
  floorMod,
  remainder,
  less,
  lessEqual,
  greater,
  greaterEqual,
  equal,
  notEqual,
  and,
  or,
  xor,
  where,
}

/** One more than the last code. */
export const codeCount = Code.where + 1;

/** Ops that leave a single number as it is. */
const moves = new Set<OpName>(['copy', 'reshape', 'broadcast', 'transpose', 'max', 'min']);

/** Up to so many numbers are moved by a row each: measured, a kernel costs as much as 16 rows. */
const mostMoved = 16;

/** The rows for an entry, one after the other; null where its own kernel must be called. */
export function rowsOf(entry: Entry, inputs: readonly Entry[]): readonly number[] | null {
  const moved = movesOf(entry, inputs);
  if (moved !== null) return moved;
  const alone = entry.size === 1 && inputs.every((input) => input.size === 1);
  const code = codeOf(entry, inputs);
  if (!alone || code === Code.call) return null;
  const [a, b = 0, c = 0] = inputs.map((input) => input.offset);
  return [code, entry.offset, a, b, c];
}

/** Ops that move some numbers, from a region other than their own. */
function movesOf(entry: Entry, inputs: readonly Entry[]): readonly number[] | null {
  const { op, offset, parameters } = entry;
  const values = inputs[op === 'write' ? 1 : 0];
  const count = op === 'write' ? values.size : entry.size;
  if (count > mostMoved) return null;
  const row = (_: unknown, i: number): readonly number[] => {
    if (op === 'gather') {
      const { positions } = parameters as OpParameters['gather'];
      return [Code.move, offset + i, values.offset + positions[i], 0, 0];
    }
    const place = op === 'write' ? (parameters as OpParameters['write']).positions[i] : i;
    return [Code.move, offset + place, values.offset + i, 0, 0];
  };
  return movers.has(op) ? Array.from({ length: count }, row).flat() : null;
}

const movers = new Set<OpName>(['gather', 'write', 'copy', 'reshape']);

function codeOf(entry: Entry, inputs: readonly Entry[]): Code {
  if (moves.has(entry.op)) return Code.move;
  if (entry.op === 'add' && entry.type === 'bool') return Code.call;
  if (entry.op === 'cast') {
    const { type } = entry.parameters as OpParameters['cast'];
    return type === 'float' && inputs.length === 1 ? Code.move : Code.call;
  }
  return (Code as unknown as Record<string, Code>)[entry.op] ?? Code.call;
}
