/**
 * What elementwise ops have in common: how kernels of one and two operands are
 * run with broadcasting, result types as numpy decides them, and records for the
 * ops that need no more than a slope, or have no derivative.
 */
import { chain, sumTo } from '../build';
import type { Entry, EntryId, Graph, NumberType, Shape } from '../graph';
import type { Op } from '../op';
import { broadcastRuns, broadcastShapes, type Runs, showShape } from '../shape';

/** Reads `count` numbers at `from`, writes as many at `out`. */
export type UnaryKernel = (v: Float64Array, out: number, from: number, count: number) => void;

/** The operands move by steps of 0 (one number for all) or 1. */
export type BinaryKernel = (
  v: Float64Array,
  out: number,
  a: number,
  stepA: number,
  b: number,
  stepB: number,
  count: number,
) => void;

/** The slope d(y)/d(x), given x and y = op(x). */
export type Slope = (graph: Graph, x: EntryId, y: EntryId) => EntryId;

/** A smooth function; the two slopes are written each in its own way, to check each other. */
export function smooth(kernel: UnaryKernel, reverseSlope: Slope, forwardSlope: Slope): Op<null> {
  return {
    differentiable: true,
    outline: (inputs) => ({ shape: inputs[0].shape, type: 'float' }),
    compute: unaryCompute(kernel),
    reverse: (graph, entry, adjoint) => [
      chain(graph, adjoint, reverseSlope(graph, entry.inputs[0], entry.id)),
    ],
    forward: (graph, entry, tangents) =>
      tangents[0] === null
        ? null
        : chain(graph, tangents[0], forwardSlope(graph, entry.inputs[0], entry.id)),
  };
}

/** An op of one operand whose derivative is zero wherever it exists. */
export function flat(
  kernel: UnaryKernel,
  type: (operand: NumberType) => NumberType,
  ties: Pick<Op<null>, 'ties' | 'tieRule'> = {},
): Op<null> {
  return {
    differentiable: false,
    outline: (inputs) => ({ shape: inputs[0].shape, type: type(inputs[0].type) }),
    compute: unaryCompute(kernel),
    reverse: () => [null],
    forward: () => null,
    ...ties,
  };
}

/** An op of two operands whose derivative is zero wherever it exists. */
export function flatBinary(
  name: string,
  kernel: BinaryKernel,
  type: (a: NumberType, b: NumberType) => NumberType,
  ties: Pick<Op<null>, 'ties' | 'tieRule'> = {},
): Op<null> {
  return {
    differentiable: false,
    outline: (inputs) => binaryOutline(name, inputs, type),
    compute: binaryCompute(kernel),
    reverse: () => [null, null],
    forward: () => null,
    ...ties,
  };
}

export function unaryCompute(kernel: UnaryKernel): Op<null>['compute'] {
  return (arena, entry, inputs) => kernel(arena, entry.offset, inputs[0].offset, entry.size);
}

export function binaryCompute(kernel: BinaryKernel): Op<null>['compute'] {
  return (arena, entry, inputs) => {
    const a = inputs[0];
    const b = inputs[1];
    const size = entry.size;
    const out = entry.offset;
    if (a.size === size && b.size === size) kernel(arena, out, a.offset, 1, b.offset, 1, size);
    else if (a.size === 1) kernel(arena, out, a.offset, 0, b.offset, 1, size);
    else if (b.size === 1) kernel(arena, out, a.offset, 1, b.offset, 0, size);
    else if (a.size === size && isTrailing(b, entry)) {
      for (let at = 0; at < size; at += b.size) {
        kernel(arena, out + at, a.offset + at, 1, b.offset, 1, b.size);
      }
    } else {
      const { count, steps, starts } = runsOf(entry, inputs);
      const [startsA, startsB] = starts;
      for (let row = 0; row < startsA.length; row++) {
        kernel(
          arena,
          out + row * count,
          a.offset + startsA[row],
          steps[0],
          b.offset + startsB[row],
          steps[1],
          count,
        );
      }
    }
  };
}

/** Whether an operand has the last axes of its result, and is repeated along all others. */
function isTrailing({ shape, size }: Entry, { shape: whole }: Entry): boolean {
  for (let rest = size, back = 1; rest > 1; back++) {
    const extent = shape[shape.length - back];
    if (extent !== whole[whole.length - back]) return false;
    rest /= extent;
  }
  return true;
}

/** The rows of an entry whose inputs broadcast to its shape. */
export function runsOf(entry: Entry, inputs: readonly Entry[]): Runs {
  entry.walk ??= broadcastRuns(
    entry.shape,
    inputs.map((input) => input.shape),
  );
  return entry.walk as Runs;
}

export function binaryOutline(
  name: string,
  inputs: readonly Entry[],
  type: (a: NumberType, b: NumberType) => NumberType,
): { shape: Shape; type: NumberType } {
  const [a, b] = inputs;
  const shape = broadcastShapes(a.shape, b.shape);
  if (shape === null) {
    throw new Error(`${name}: ${showShape(a.shape)} and ${showShape(b.shape)} do not broadcast`);
  }
  return { shape, type: type(a.type, b.type) };
}

/** Brings a contribution into the shape of the input it belongs to. */
export function toInput(graph: Graph, entry: Entry, which: number, contribution: EntryId): EntryId {
  return sumTo(graph, contribution, graph.entry(entry.inputs[which]).shape);
}

export const float = (): NumberType => 'float';
export const bool = (): NumberType => 'bool';
export const same = (type: NumberType): NumberType => type;

/** bool < int < float. */
export function promote(a: NumberType, b: NumberType): NumberType {
  if (a === 'float' || b === 'float') return 'float';
  return a === 'int' || b === 'int' ? 'int' : 'bool';
}

/** As `promote`, where bools count as the integers 0 and 1. */
export function promoteNumber(a: NumberType, b: NumberType): NumberType {
  return a === 'float' || b === 'float' ? 'float' : 'int';
}

/** Equal but for rounding: within 4u of the larger. */
export function nearlyEqual(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 4 * 2 ** -53 * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether some pair of broadcast operands fulfils a condition; asked of varying entries only. */
export function somePair(
  graph: Graph,
  entry: Entry,
  condition: (a: number, b: number) => boolean,
): boolean {
  const [first, second] = entry.inputs;
  if (first === second || !graph.dependsOnInput(entry.id)) return false;
  const inputs = [graph.entry(first), graph.entry(second)];
  const a = graph.value(first);
  const b = graph.value(second);
  const { count, steps, starts } = broadcastRuns(
    entry.shape,
    inputs.map((input) => input.shape),
  );
  for (let row = 0; row < starts[0].length; row++) {
    for (let i = 0; i < count; i++) {
      if (condition(a[starts[0][row] + i * steps[0]], b[starts[1][row] + i * steps[1]]))
        return true;
    }
  }
  return false;
}

/** Whether some element of the only operand fulfils a condition; asked of varying entries only. */
export function someElement(
  graph: Graph,
  entry: Entry,
  condition: (x: number) => boolean,
): boolean {
  return graph.dependsOnInput(entry.id) && graph.value(entry.inputs[0]).some(condition);
}
