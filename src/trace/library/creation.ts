/** Making arrays: from values, filled with one number, and like another array. */
import type { EntryId, NumberType, Shape } from '../../engine/graph';
import { broadcastShapes } from '../../engine/shape';
import { toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { misfit } from '../operate';
import { type ArrayValue, describe, list, type Value } from '../values';
import {
  arraysOf,
  cast,
  constant,
  type Functions,
  filled,
  read,
  reshape,
  spreadTo,
} from './shared';

export const creation: Functions = {
  array: (call) => {
    const array = arrayFrom(call, 'object');
    let entry = cast(call, read(call, array), call.dtype('dtype', array.type));
    const missing = call.integer('ndmin') - array.shape.length;
    if (missing > 0) {
      entry = reshape(call, entry, [...new Array<number>(missing).fill(1), ...array.shape]);
    }
    return call.give(entry);
  },
  /** The array itself where it already is one of the type. */
  asArray: (call) => {
    const array = arrayFrom(call, 'a');
    const type = call.dtype('dtype', array.type);
    return type === array.type ? array : call.give(cast(call, read(call, array), type));
  },
  copy: (call) => call.give(read(call, arrayFrom(call, 'a'))),
  asType: (call) => {
    const array = call.array('a');
    return call.give(cast(call, read(call, array), call.dtype('dtype', 'float')));
  },
  toList: (call) => nested(call, read(call, call.array('a')), 0, 0),

  zeros: (call) =>
    filledWith(call, call.shape(call.value('shape')), 0, call.dtype('dtype', 'float')),
  ones: (call) =>
    filledWith(call, call.shape(call.value('shape')), 1, call.dtype('dtype', 'float')),
  full: (call) => {
    const shape = call.shape(call.value('shape'));
    const array = call.array('value');
    return call.give(fill(call, array, shape, call.dtype('dtype', array.type)));
  },
  zerosLike: (call) => {
    const { shape, type } = likeness(call);
    return filledWith(call, shape, 0, type);
  },
  onesLike: (call) => {
    const { shape, type } = likeness(call);
    return filledWith(call, shape, 1, type);
  },
  fullLike: (call) => {
    const { shape, type } = likeness(call);
    return call.give(fill(call, call.array('value'), shape, type));
  },
  /** The shape given as separate integers: `zeros(2, 3)` of annotations. */
  zerosOf: (call) => filledWith(call, extents(call), 0, 'float'),
  onesOf: (call) => filledWith(call, extents(call), 1, 'float'),

  broadcastTo: (call) =>
    call.give(spreadTo(call, call.entry('a'), call.shape(call.value('shape')))),
  broadcastArrays: (call) => {
    const arrays = call.rest('arrays').map((each) => arraysOf(call, list([each]))[0]);
    const shape = arrays
      .map((array) => array.shape)
      .reduce((a, b) => {
        const both = broadcastShapes(a, b);
        return (
          both ?? misfit(call.machine, { shape: a }, { shape: b }, `${call.name}()`, call.place)
        );
      }, [] as Shape);
    return list(arrays.map((array) => call.give(spreadTo(call, read(call, array), shape))));
  },
};

/** An array of any nested value; one that holds no numbers is refused. */
function arrayFrom(call: LibraryCall, name: string): ArrayValue {
  const value = call.value(name);
  const made = value.kind === 'iterator' ? null : toTrueArray(call.machine, value, call.place);
  if (made !== null) return made;
  return call.refuse(`${call.name}() of ${describe(value)} that holds no numbers is not supported`);
}

function filledWith(call: LibraryCall, shape: Shape, value: number, type: NumberType): ArrayValue {
  return call.give(filled(call, shape, value, type));
}

function fill(call: LibraryCall, value: ArrayValue, shape: Shape, type: NumberType): EntryId {
  const entry = cast(call, read(call, value), type);
  const { graph } = call.machine;
  if (value.shape.length === 0 && !graph.dependsOnInput(entry)) {
    return filled(call, shape, graph.number(entry), type);
  }
  return spreadTo(call, entry, shape);
}

function likeness(call: LibraryCall): { shape: Shape; type: NumberType } {
  const array = call.array('a');
  const shape = call.optional('shape');
  return {
    shape: shape === null ? array.shape : call.shape(shape),
    type: call.dtype('dtype', array.type),
  };
}

/** The integers of `*shape`, or the one tuple that is given in their place. */
export function extents(call: LibraryCall): number[] {
  const given = call.rest('shape');
  const only = given.length === 1 ? given[0] : null;
  return call.shape(
    only !== null && only.kind !== 'number' ? only : { kind: 'tuple', items: given },
  );
}

/** Nested lists of plain numbers. */
function nested(call: LibraryCall, entry: EntryId, axis: number, offset: number): Value {
  const shape = call.shapeOf(entry);
  if (axis === shape.length) {
    const { graph } = call.machine;
    if (!graph.dependsOnInput(entry)) {
      const { type } = graph.entry(entry);
      return { kind: 'number', value: graph.value(entry)[offset], type, entry: -1 };
    }
    const positions = Int32Array.of(offset);
    return call.giveNumber(call.apply('gather', [entry], { positions, shape: [] }));
  }
  return list(
    Array.from({ length: shape[axis] }, (_, k) =>
      nested(call, entry, axis + 1, offset * shape[axis] + k),
    ),
  );
}

/** An array of integers that depend on nothing. */
export function integers(call: LibraryCall, data: ArrayLike<number>, shape: Shape): ArrayValue {
  return call.give(constant(call, data, shape, 'int'));
}
