/**
 * An op on single numbers without a graph, by the op's own kernel: for values
 * that depend on no input, which would only fill the arena.
 */
import type { PlainOp } from './build';
import type { Entry } from './graph';
import { ops } from './ops';

const arena = new Float64Array(3);
const slots = [0, 1, 2].map(
  (offset): Entry => ({
    id: -1,
    op: 'constant',
    inputs: [],
    parameters: null,
    shape: [],
    type: 'float',
    size: 1,
    offset,
    active: false,
    place: null,
  }),
);
const operands = slots.slice(1);

/** The float that the op gives for floats; ops of one operand ignore `b`. */
export function computeSingle(name: PlainOp, a: number, b = 0): number {
  arena[1] = a;
  arena[2] = b;
  ops[name].compute(arena, slots[0] as Entry<never>, operands, null);
  return arena[0];
}
