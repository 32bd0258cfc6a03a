/**
 * Operands of what is computed in registers, and how the number of a value gets
 * into one. Most operands are names of the running function itself: they are
 * read in place, which saves a call for each.
 */
import type { Graph } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { singleNumber } from './arrays';
import { type Frame, resolve, type Scope } from './frame';
import {
  compileUnboxed,
  gaveUp,
  type Plan,
  real,
  registers,
  single,
  type Unboxed,
  whole,
} from './unboxed';
import { PlainNumber, type Value } from './values';

/** An operand; `slot` is that of a name of the running function itself, else -1. */
export interface Operand {
  readonly slot: number;
  readonly compute: Unboxed;
}

export function compileOperand(
  node: Expression,
  scope: Scope,
  at: number,
  plan: Plan,
): Operand | null {
  const compute = compileUnboxed(node, scope, at, plan);
  if (compute === null) return null;
  const found = node.kind === 'name' ? resolve(scope, node.name) : null;
  return { slot: found?.depth === 0 ? found.slot : -1, compute };
}

/** Most operands are names of the function itself: they take no call of their own. */
export function fetch(frame: Frame, { slot, compute }: Operand, at: number): number {
  return slot >= 0 ? load(frame, frame.slots[slot], at) : compute(frame);
}

/** Puts a number that depends on nothing traced into a register. */
export function load(frame: Frame, value: Value | undefined, at: number): number {
  return loadPlain(frame.machine.graph, value, at);
}

export function loadPlain(graph: Graph, value: Value | undefined, at: number): number {
  if (!(value instanceof PlainNumber)) return loadOther(graph, value, at);
  registers[at] = value.value;
  return value.type === 'float' ? real : whole;
}

function loadOther(graph: Graph, value: Value | undefined, at: number): number {
  if (value === undefined) return gaveUp;
  if (value.kind === 'number') {
    if (value.entry >= 0 || value.type === 'bool' || value.extension !== undefined) return gaveUp;
    registers[at] = value.value;
    return value.type === 'float' ? real : whole;
  }
  if (value.kind !== 'array' || value.type !== 'float') return gaveUp;
  const number = singleNumber(graph, value);
  if (number === null) return gaveUp;
  registers[at] = number;
  return single;
}
