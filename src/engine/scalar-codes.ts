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

/** Appends the rows for an entry; false, and nothing is appended, where its own kernel must be called. */
export function pushRows(rows: number[], entry: Entry, inputs: readonly Entry[]): boolean {
  if (movers.has(entry.op) && pushMoves(rows, entry, inputs)) return true;
  if (entry.size !== 1) return false;
  for (const input of inputs) if (input.size !== 1) return false;
  const code = codeOf(entry, inputs);
  if (code === Code.call) return false;
  const [a, b, c] = inputs;
  rows.push(code, entry.offset, a.offset, b?.offset ?? 0, c?.offset ?? 0);
  return true;
}

/** Some numbers that are moved from a region other than their own; false where they are too many. */
function pushMoves(rows: number[], entry: Entry, inputs: readonly Entry[]): boolean {
  const { op, offset, parameters } = entry;
  const values = inputs[op === 'write' ? 1 : 0];
  const count = op === 'write' ? values.size : entry.size;
  if (count > mostMoved) return false;
  const from = op === 'gather' ? (parameters as OpParameters['gather']).positions : null;
  const to = op === 'write' ? (parameters as OpParameters['write']).positions : null;
  for (let i = 0; i < count; i++) {
    const target = offset + (to === null ? i : to[i]);
    rows.push(Code.move, target, values.offset + (from === null ? i : from[i]), 0, 0);
  }
  return true;
}

/** Ops that only move numbers. */
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
