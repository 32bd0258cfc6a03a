/** Shapes and types of tensors in the words of torch: expand, squeeze, flatten, split, to. */
import { sizeOf } from '../../engine/shape';
import { view } from '../arrays';
import { type LibraryCall, numberTypeOf } from '../library-call';
import { type ArrayValue, bool, describe, int, text, tuple, type Value } from '../values';
import { creation } from './creation';
import { delegate } from './delegate';
import { shapes } from './shapes';
import { cast, type Functions, read, sliceView, spreadTo } from './shared';

export const tensors: Functions = {
  /** Broadcast to a shape in which -1 keeps an extent. */
  'tensor.expand': (call) => {
    const array = call.array('a');
    const wanted = listed(call, 'shape');
    const lead = wanted.length - array.shape.length;
    const shape = wanted.map((extent, axis) => (extent < 0 ? array.shape[axis - lead] : extent));
    return call.give(spreadTo(call, read(call, array), shape));
  },
  'tensor.expandAs': (call) =>
    call.give(spreadTo(call, call.entry('a'), call.array('other').shape)),
  'tensor.reshapeAs': (call) =>
    delegate(call, shapes.reshape, { shape: tuple(call.array('other').shape.map(int)) }),
  /** Two axes change places in torch; numpy's own meaning where torch is not in use. */
  'tensor.transpose': (call) => {
    const axes = call.rest('axes');
    const swaps = axes.length === 2 && axes.every((each) => each.kind === 'number');
    return swaps && call.machine.imported.has('torch')
      ? delegate(call, shapes.swapAxes, { axis1: axes[0], axis2: axes[1] })
      : delegate(call, shapes.transposeOf, {});
  },
  /** In torch an axis of another extent than 1 stays. */
  'tensor.squeeze': (call) => {
    const array = call.array('a');
    if (call.optional('axis') === null || !call.machine.imported.has('torch')) {
      return delegate(call, shapes.squeeze, {});
    }
    const axes = call.axes('axis', array.shape.length).filter((axis) => array.shape[axis] === 1);
    return delegate(call, shapes.squeeze, { axis: tuple(axes.map(int)) });
  },
  /** torch's flatten(start, end), or numpy's with an order. */
  'tensor.flatten': (call) => {
    const given = call.value('order');
    if (given.kind === 'text') return delegate(call, shapes.flatten, {});
    const array = call.array('a');
    const rank = array.shape.length;
    const [first, last] = [call.axis(given, rank), call.axis(call.value('end'), rank)];
    const joined = sizeOf(array.shape.slice(first, last + 1));
    const shape = array.shape.toSpliced(first, last + 1 - first, joined);
    return delegate(call, shapes.reshape, { shape: tuple(shape.map(int)), order: text('C') });
  },
  'tensor.size': (call) => {
    const { shape } = call.array('a');
    const axis = call.optional('axis');
    return axis === null ? tuple(shape.map(int)) : int(shape[call.axis(axis, shape.length)]);
  },
  /** Reversed along the axes that are named one by one or in a sequence. */
  'tensor.flip': (call) =>
    delegate(call, shapes.flip, { axis: tuple(listed(call, 'axes').map(int)) }),
  'tensor.movedTo': (call) => moved(call),
  'tensor.type': (call) => {
    if (call.optional('dtype') !== null) return moved(call);
    return call.refuse(`${call.name}() without a type is not supported: read .dtype`);
  },
  'tensor.typeAs': (call) => call.give(cast(call, call.entry('a'), call.array('other').type)),
  /** The parts along an axis without that axis. */
  'tensor.unbind': (call) => {
    const { array, axis } = along(call);
    const places = Array.from({ length: array.shape[axis] }, (_, at) => at);
    return tuple(places.map((at) => selected(call, array, axis, at)));
  },
  'tensor.select': (call) => {
    const { array, axis } = along(call);
    const at = call.integer('index');
    const extent = array.shape[axis];
    if (at < -extent || at >= extent) {
      call.raise('IndexError', `${call.name}(): the index ${at} is out of range for ${extent}`);
    }
    return selected(call, array, axis, at < 0 ? at + extent : at);
  },
  'tensor.narrow': (call) => {
    const { array, axis } = along(call);
    const [start, count] = [call.integer('start'), call.integer('length')];
    if (start < 0 || count < 0 || start + count > array.shape[axis]) {
      call.raise('RuntimeError', `${call.name}() reaches outside the array`);
    }
    return sliceView(call, array, axis, start, count);
  },
  /** Into parts of a size, or of the sizes in a sequence. */
  'tensor.split': (call) => {
    const { array, axis } = along(call);
    const sizes = call.value('sizes');
    if (sizes.kind !== 'number') return parts(call, array, axis, call.shape(sizes));
    return parts(call, array, axis, chunks(array.shape[axis], call.integer('sizes')));
  },
  /** Into a number of equal parts, or parts of the sizes in a sequence. */
  'tensor.splitInto': (call) => {
    const { array, axis } = along(call);
    const sizes = call.value('sizes');
    if (sizes.kind !== 'number') return parts(call, array, axis, call.shape(sizes));
    const [extent, count] = [array.shape[axis], call.integer('sizes')];
    if (count < 1 || extent % count !== 0) {
      call.raise('ValueError', `${call.name}(): ${extent} does not divide into ${count} parts`);
    }
    return parts(call, array, axis, new Array<number>(count).fill(extent / count));
  },
  /** Into at most a number of parts. */
  'tensor.chunk': (call) => {
    const { array, axis } = along(call);
    const extent = array.shape[axis];
    const size = Math.ceil(extent / Math.max(1, call.integer('count')));
    return parts(call, array, axis, chunks(extent, size));
  },
  'tensor.isTensor': (call) => bool(call.value('value').kind === 'array'),
  'array.device': () => text('cpu'),
  'array.no': () => bool(false),
  /** Whether a derivative can be taken with respect to it. */
  'array.requiresGradient': (call) => bool(call.array('value').type === 'float'),
  /** Filled with a number, in a shape given as integers or as one sequence. */
  'tensor.filled': (call) => {
    const like = call.optional('like');
    const type = like?.kind === 'array' ? like.type : 'float';
    const dtype = call.optional('dtype') ?? text(type);
    return delegate(call, creation.full, { shape: tuple(listed(call, 'shape').map(int)), dtype });
  },
};

/** The integers of a `*rest` argument, or of the one sequence given in their place. */
function listed(call: LibraryCall, name: string): number[] {
  const given = call.rest(name);
  return call.shape(given.length === 1 ? given[0] : tuple(given));
}

function along(call: LibraryCall): { array: ArrayValue; axis: number } {
  const array = call.array('a');
  return { array, axis: call.axis(call.value('axis'), array.shape.length) };
}

function selected(call: LibraryCall, array: ArrayValue, axis: number, at: number): ArrayValue {
  const offset = array.offset + at * array.strides[axis];
  const rest = (_: number, each: number) => each !== axis;
  return view(array, offset, array.strides.filter(rest), array.shape.filter(rest), call.place);
}

function chunks(extent: number, size: number): number[] {
  const count = size > 0 ? Math.ceil(extent / size) : 0;
  return Array.from({ length: count }, (_, at) => Math.min(size, extent - at * size));
}

function parts(
  call: LibraryCall,
  array: ArrayValue,
  axis: number,
  sizes: readonly number[],
): Value {
  if (sizes.reduce((sum, each) => sum + each, 0) !== array.shape[axis]) {
    call.raise('RuntimeError', `${call.name}(): the sizes do not sum to ${array.shape[axis]}`);
  }
  let start = 0;
  return tuple(
    sizes.map((size) => {
      const part = sliceView(call, array, axis, start, size);
      start += size;
      return part;
    }),
  );
}

/** `.to(...)` and `.type(...)`: a number type changes the type, a device changes nothing. */
function moved(call: LibraryCall): Value {
  const array = call.array('a');
  const named = call.optional('dtype');
  for (const target of [...(named === null ? [] : [named]), ...call.rest('targets')]) {
    if (target.kind === 'array') return call.give(cast(call, read(call, array), target.type));
    const word = target.kind === 'type' ? target.type : target.kind === 'text' ? target.value : '';
    const type = numberTypeOf(word.replace(/^torch\./, '')) ?? tensorType(word);
    if (type !== null) return call.give(cast(call, read(call, array), type));
    if (target.kind === 'type')
      call.refuse(`${call.name}() of ${describe(target)} is not supported`);
  }
  return array;
}

/** `torch.FloatTensor` and its like. */
function tensorType(word: string): 'float' | 'int' | 'bool' | null {
  const [, kind] = /(Float|Double|Half|Long|Int|Short|Bool)Tensor$/.exec(word) ?? [];
  if (kind === undefined) return null;
  if (kind === 'Bool') return 'bool';
  return ['Float', 'Double', 'Half'].includes(kind) ? 'float' : 'int';
}
