/** Arrays by index notation (r_, c_, mgrid, ogrid, s_), and grids of indices. */
import { showShape, sizeOf, stridesOf } from '../../engine/shape';
import { peek } from '../arrays';
import { callFunction } from '../call';
import { toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, describe, int, list, tuple, type Value } from '../values';
import { integers } from './creation';
import { commonEntries, constant, type Functions, read, reshape, spreadTo } from './shared';

export const grids: Functions = {
  /** `np.r_[a, 1:4]`: joined along the first axis. */
  joinedRows: (call) => {
    const parts = partsOf(call).map((part) => {
      const array = line(call, part);
      if (array.shape.length > 0) return array;
      return call.give(reshape(call, read(call, array), [1]));
    });
    return joined(call, parts, 0);
  },
  /** `np.c_[a, b]`: joined along the last axis, lines as columns. */
  joinedColumns: (call) => {
    const parts = partsOf(call).map((part) => {
      const array = line(call, part);
      if (array.shape.length > 1) return array;
      return call.give(reshape(call, read(call, array), [sizeOf(array.shape), 1]));
    });
    return joined(call, parts, parts[0].shape.length - 1);
  },
  indexItself: (call) => call.value('index'),
  denseGrid: (call) => {
    const lines = partsOf(call).map((part) => line(call, part));
    if (call.value('index').kind !== 'tuple') return lines[0];
    const shape = lines.map((each) => each.shape[0]);
    const layers = commonEntries(call, lines).map((entry, axis) => {
      const own = reshape(call, entry, along(shape, axis));
      return reshape(call, spreadTo(call, own, shape), [1, ...shape]);
    });
    return call.give(call.apply('concatenate', layers, { axis: 0 }));
  },
  openGrid: (call) => {
    const lines = partsOf(call).map((part) => line(call, part));
    if (call.value('index').kind !== 'tuple') return lines[0];
    const shape = lines.map((each) => each.shape[0]);
    return list(
      commonEntries(call, lines).map((entry, axis) =>
        call.give(reshape(call, entry, along(shape, axis))),
      ),
    );
  },
  /** The indices of a shape, an array for each axis. */
  indices: (call) => {
    const shape = call.shape(call.value('shape'));
    const arrays = shape.map((_, axis) => indexAlong(call, shape, axis));
    if (call.flag('sparse')) {
      return tuple(
        shape.map((extent, axis) =>
          integers(
            call,
            Float64Array.from({ length: extent }, (_, k) => k),
            along(shape, axis),
          ),
        ),
      );
    }
    const layers = arrays.map((array) => reshape(call, read(call, array), [1, ...shape]));
    if (layers.length === 0) return integers(call, [], [0]);
    return call.give(call.apply('concatenate', layers, { axis: 0 }));
  },
  /** Pairs of an index tuple and the element there. */
  enumerated: (call) => {
    const array = call.array('a');
    const strides = stridesOf(array.shape);
    const entry = read(call, array);
    const { graph } = call.machine;
    let at = 0;
    const next = () => {
      if (at >= sizeOf(array.shape)) return null;
      const place = array.shape.map((extent, axis) => int(Math.floor(at / strides[axis]) % extent));
      const positions = Int32Array.of(at);
      at += 1;
      if (!graph.dependsOnInput(entry)) {
        const value = peek(graph, array)[at - 1];
        return tuple([tuple(place), { kind: 'number', value, type: array.type, entry: -1 }]);
      }
      return tuple([
        tuple(place),
        call.give(call.apply('gather', [entry], { positions, shape: [] })),
      ]);
    };
    return { kind: 'iterator', next };
  },
  /** The result of a function of the indices. */
  fromFunction: (call) => {
    const shape = call.shape(call.value('shape'));
    const type = call.dtype('dtype', 'float');
    const given = shape.map((_, axis) => {
      const data = peek(call.machine.graph, indexAlong(call, shape, axis));
      return call.give(constant(call, data, shape, type));
    });
    return callFunction(call.machine, call.value('function'), given, new Map(), call.place);
  },
};

/** Arrays joined along an axis; raises ValueError when their other extents differ. */
function joined(call: LibraryCall, parts: readonly ArrayValue[], axis: number): Value {
  const others = ({ shape }: ArrayValue) =>
    String(shape.map((extent, at) => (at === axis ? 0 : extent)));
  const odd = parts.find((part) => others(part) !== others(parts[0]));
  if (odd !== undefined) {
    const shapes = `${showShape(parts[0].shape)} and ${showShape(odd.shape)}`;
    call.raise(
      'ValueError',
      `${call.name}: arrays of the shapes ${shapes} cannot be joined along axis ${axis}`,
    );
  }
  return call.give(call.apply('concatenate', commonEntries(call, parts), { axis }));
}

function partsOf(call: LibraryCall): readonly Value[] {
  const index = call.value('index');
  return index.kind === 'tuple' ? index.items : [index];
}

/** 1 everywhere but along one axis. */
function along(shape: readonly number[], axis: number): number[] {
  return shape.map((extent, each) => (each === axis ? extent : 1));
}

function indexAlong(call: LibraryCall, shape: readonly number[], axis: number): ArrayValue {
  const strides = stridesOf(shape);
  const data = Float64Array.from(
    { length: sizeOf(shape) },
    (_, at) => Math.floor(at / strides[axis]) % shape[axis],
  );
  return integers(call, data, shape);
}

/** A part of the notation: an array, a number, or a slice that stands for a range. */
function line(call: LibraryCall, part: Value): ArrayValue {
  if (part.kind === 'text') call.refuse(`${call.name} with a text is not supported`);
  if (part.kind !== 'slice') {
    const array = toTrueArray(call.machine, part, call.place);
    return (
      array ??
      call.raise('TypeError', `${call.name} takes arrays and slices, not ${describe(part)}`)
    );
  }
  const number = (value: Value, standard: number): Value =>
    value.kind === 'none' ? int(standard) : value;
  const [start, stop] = [number(part.start, 0), part.stop];
  if (stop.kind === 'none') call.refuse(`${call.name} of a slice without an end is not supported`);
  const { step } = part;
  if (step.kind === 'unknown')
    call.refuse(
      `${call.name} of a slice with an imaginary step is not supported: write np.linspace`,
    );
  const given = new Map<string, Value>([
    ['start', start],
    ['stop', stop],
    ['step', number(step, 1)],
    ['dtype', { kind: 'none' }],
  ]);
  return arangeOf(call, given);
}

function arangeOf(call: LibraryCall, given: ReadonlyMap<string, Value>): ArrayValue {
  const callee: Value = {
    kind: 'library',
    name: call.name,
    id: 'arange',
    signature: 'start, stop, step, dtype',
    receiver: null,
  };
  const found = callFunction(call.machine, callee, [...given.values()], new Map(), call.place);
  return found.kind === 'array'
    ? found
    : call.raise('TypeError', `${call.name}: ${describe(found)} is no range`);
}
