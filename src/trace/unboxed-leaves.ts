/**
 * Numbers read into registers: from names, attributes of objects, and items of
 * lists and arrays. Only what is there already is read; whatever would have to
 * be looked up, made or refused gives up.
 */
import type { Graph } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { type Frame, resolve, type Scope } from './frame';
import { gaveUp, type Plan, registers, single, type Unboxed, whole } from './unboxed';
import { compileOperand, fetch, load, type Operand } from './unboxed-operand';
import type { ArrayValue, Value } from './values';

/** Reads a value of any kind; undefined where the general road is needed. */
type Peek = (frame: Frame) => Value | undefined;

export function compileUnboxedName(
  node: Extract<Expression, { kind: 'name' }>,
  scope: Scope,
  at: number,
): Unboxed | null {
  const read = compilePeekName(node.name, scope);
  return read === null ? null : (frame) => load(frame, read(frame), at);
}

export function compileUnboxedMember(
  node: Extract<Expression, { kind: 'member' }>,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  const read = compilePeek(node, scope, at, plan);
  return read === null ? null : (frame) => load(frame, read(frame), at);
}

export function compileUnboxedIndex(
  node: Extract<Expression, { kind: 'index' }>,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  const object = compilePeek(node.object, scope, at, plan);
  const given = node.index.kind === 'tuple' ? node.index.items : [node.index];
  const indices = given.map((each, axis) => compileOperand(each, scope, at + axis, plan));
  if (object === null || !indices.every((each) => each !== null)) return null;
  const alone = node.index.kind === 'tuple' ? null : indices[0];
  return (frame) => {
    const from = object(frame);
    if (from === undefined) return gaveUp;
    if (from.kind === 'array') return element(frame, from, indices, at);
    return alone === null ? gaveUp : load(frame, item(frame, from, alone, at), at);
  };
}

export function compilePeek(node: Expression, scope: Scope, at: number, plan: Plan): Peek | null {
  if (node.kind === 'name') return compilePeekName(node.name, scope);
  if (node.kind === 'member') {
    const object = compilePeek(node.object, scope, at, plan);
    const { name } = node;
    if (object === null) return null;
    return (frame) => {
      const owner = object(frame);
      return owner?.kind === 'instance' ? owner.attributes.get(name) : undefined;
    };
  }
  if (node.kind !== 'index') return null;
  const object = compilePeek(node.object, scope, at, plan);
  const index = compileOperand(node.index, scope, at, plan);
  if (object === null || index === null) return null;
  return (frame) => {
    const from = object(frame);
    return from === undefined ? undefined : item(frame, from, index, at);
  };
}

export function compilePeekName(name: string, scope: Scope): Peek | null {
  const found = resolve(scope, name);
  // A class body sees two scopes at once.
  if (found === null || scope.kind === 'class') return null;
  const { depth, slot } = found;
  if (depth === 0) return (frame) => frame.slots[slot];
  if (depth === 1) return (frame) => (frame.outer as Frame).slots[slot];
  return (frame) => {
    let home = frame;
    for (let level = 0; level < depth; level++) home = home.outer as Frame;
    return home.slots[slot];
  };
}

/** The item of a list or tuple at an index that is computed in register `at`. */
function item(frame: Frame, from: Value, index: Operand, at: number): Value | undefined {
  return fetch(frame, index, at) === whole ? itemAt(from, registers[at]) : undefined;
}

export function itemAt(from: Value, position: number): Value | undefined {
  if ((from.kind !== 'list' && from.kind !== 'tuple') || from.extension !== undefined) {
    return undefined;
  }
  return from.items[position < 0 ? position + from.items.length : position];
}

/** The element of an array at indices that are computed in the registers from `at` on. */
function element(frame: Frame, from: ArrayValue, indices: readonly Operand[], at: number): number {
  for (let axis = 0; axis < indices.length; axis++) {
    if (fetch(frame, indices[axis], at + axis) !== whole) return gaveUp;
  }
  return elementAt(frame.machine.graph, from, at, indices.length);
}

/** The element of an array at the `count` indices in the registers from `at` on, into the first. */
export function elementAt(graph: Graph, from: ArrayValue, at: number, count: number): number {
  const offset = offsetAt(graph, from, at, count);
  if (offset < 0) return gaveUp;
  registers[at] = graph.element(from.storage.entry, offset);
  return from.type === 'float' ? single : whole;
}

/**
 * Where in its storage the element of an array stands at the `count` indices in the registers
 * from `at` on; -1 for what the general road must see.
 */
export function offsetAt(graph: Graph, from: ArrayValue, at: number, count: number): number {
  const { shape, strides, storage, type } = from;
  if (shape.length !== count || type === 'bool') return -1;
  let offset = from.offset;
  for (let axis = 0; axis < count; axis++) {
    const given = registers[at + axis];
    const position = given < 0 ? given + shape[axis] : given;
    if (!(position >= 0 && position < shape[axis])) return -1;
    offset += position * strides[axis];
  }
  return graph.dependsOnInput(storage.entry) ? -1 : offset;
}
