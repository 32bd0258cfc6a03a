/** Windows on arrays: strided views, sliding windows, convolution of lines, polynomials. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import { positionsOf, view } from '../arrays';
import type { LibraryCall } from '../library-call';
import type { ArrayValue } from '../values';
import { axisList } from './shapes';
import { checkedSize, commonEntries, type Functions, pair, pickAxis, reshape } from './shared';

/** Bytes of one element: strides are given in bytes. */
const itemSize = (array: ArrayValue) => (array.type === 'bool' ? 1 : 8);

export const windows: Functions = {
  asStrided: (call) => {
    const array = call.array('x');
    const [shape, strides] = [call.optional('shape'), call.optional('strides')];
    const extents = shape === null ? array.shape : call.shape(shape);
    const steps =
      strides === null ? array.strides : call.shape(strides).map((each) => each / itemSize(array));
    if (steps.length !== extents.length || !steps.every(Number.isInteger)) {
      call.raise('ValueError', `${call.name}(): the strides do not fit the shape and the elements`);
    }
    checkedSize(call, extents);
    const made = view(array, array.offset, steps, extents, call.place);
    if (positionsOf(made).some((at) => at < 0 || at >= array.storage.length)) {
      call.raise('ValueError', `${call.name}() reaches outside the array`);
    }
    return made;
  },
  slidingWindow: (call) => {
    const array = call.array('x');
    const sizes = call.shape(call.value('shape'));
    const given = call.optional('axis');
    const axes =
      given === null
        ? array.shape.map((_, axis) => axis)
        : axisList(call, given, array.shape.length);
    if (axes.length !== sizes.length) {
      call.raise('ValueError', `${call.name}() needs a window size for each axis`);
    }
    const shape = [...array.shape];
    for (const [at, axis] of axes.entries()) {
      shape[axis] -= sizes[at] - 1;
      if (shape[axis] < 1)
        call.raise('ValueError', `${call.name}(): the window is larger than the array`);
    }
    const strides = [...array.strides, ...axes.map((axis) => array.strides[axis])];
    return view(array, array.offset, strides, [...shape, ...sizes], call.place);
  },
  convolve: (call) => {
    const [a, b] = [line(call, 'a'), line(call, 'b')];
    return call.give(cut(call, convolved(call, a, b), a, b));
  },
  correlate: (call) => {
    if (call.array('a').shape.length === 0 || call.array('b').shape.length === 0) {
      call.raise('ValueError', `${call.name}() takes lines, not numbers`);
    }
    const [a, b] = [line(call, 'a'), line(call, 'b')];
    const length = b.shape[0];
    const turned = view(
      b,
      b.offset + (length - 1) * b.strides[0],
      [-b.strides[0]],
      [length],
      call.place,
    );
    return call.give(cut(call, convolved(call, a, turned), a, b));
  },
  /** By Horner's rule; the highest power comes first. */
  polynomial: (call) => {
    const factors = call.array('p');
    const x = call.entry('x');
    const [entry] = commonEntries(call, [factors]);
    let sum: EntryId | null = null;
    for (let at = 0; at < sizeOf(factors.shape); at++) {
      const factor = reshape(call, pickAxis(call, entry, 0, [at]), []);
      sum =
        sum === null
          ? pair(call, 'add', pair(call, 'subtract', x, x), factor)
          : pair(call, 'add', pair(call, 'multiply', sum, x), factor);
    }
    return call.give(sum ?? pair(call, 'subtract', x, x));
  },
};

function line(call: LibraryCall, name: string): ArrayValue {
  const array = call.array(name);
  const flat = array.shape.length === 0 ? view(array, array.offset, [1], [1], call.place) : array;
  if (flat.shape.length !== 1 || flat.shape[0] === 0) {
    call.raise('ValueError', `${call.name}() takes lines of at least one element`);
  }
  return flat;
}

/** The whole convolution: products of all pairs, added where their places sum to the same. */
function convolved(call: LibraryCall, a: ArrayValue, b: ArrayValue): EntryId {
  const [left, right] = commonEntries(call, [a, b]);
  const [n, m] = [a.shape[0], b.shape[0]];
  checkedSize(call, [n, m]);
  const products = pair(call, 'multiply', reshape(call, left, [n, 1]), right);
  const positions = Int32Array.from({ length: n * m }, (_, at) => Math.floor(at / m) + (at % m));
  return call.apply('scatterAdd', [products], { positions, shape: [n + m - 1] });
}

/** The part that the mode asks for. */
function cut(call: LibraryCall, full: EntryId, a: ArrayValue, b: ArrayValue): EntryId {
  const mode = call.words('mode') ?? 'full';
  const [n, m] = [Math.max(a.shape[0], b.shape[0]), Math.min(a.shape[0], b.shape[0])];
  if (mode === 'full') return full;
  if (mode !== 'same' && mode !== 'valid')
    call.raise('ValueError', `${call.name}(): there is no mode '${mode}'`);
  const count = mode === 'same' ? n : n - m + 1;
  const start = mode === 'same' ? Math.floor((m - 1) / 2) : m - 1;
  return pickAxis(
    call,
    full,
    0,
    Array.from({ length: count }, (_, k) => start + k),
  );
}
