/** Functions of torch, jax and tensorflow that are more than another spelling of numpy's. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import { peek } from '../arrays';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, int, list, none, text, tuple, type Value } from '../values';
import { creation } from './creation';
import { delegate } from './delegate';
import { linear } from './linear';
import { random } from './random';
import { rearranging } from './rearranging';
import {
  arraysOf,
  cast,
  checkedSize,
  choose,
  constant,
  type Functions,
  pair,
  read,
  reshape,
  scalar,
  spreadTo,
} from './shared';

export const frameworks: Functions = {
  /** Of all axes as one vector, or of the named ones. */
  'torch.norm': (call) => call.give(vectorNorm(call, floats(call, 'x'))),
  'torch.distance': (call) => {
    const gap = pair(call, 'subtract', call.entry('a'), call.entry('b'));
    return call.give(vectorNorm(call, call.apply('add', [gap, call.entry('shift')], null)));
  },
  /** Divided by the norm along an axis, which is at least eps. */
  'torch.normalize': (call) => {
    const x = floats(call, 'x');
    const size = pair(call, 'maximum', vectorNorm(call, x), call.entry('eps'));
    return call.give(pair(call, 'divide', x, size));
  },
  /** Divided by the root of the sum of squares, which is at least eps (tensorflow). */
  'tensor.unitLength': (call) => {
    const x = floats(call, 'x');
    const axes = call.axes('axis', call.shapeOf(x).length);
    const squares = call.apply('multiply', [x, x], null);
    const sum = call.apply('sum', [squares], { axes, keepDimensions: true });
    const size = call.apply('sqrt', [pair(call, 'maximum', sum, call.entry('eps'))], null);
    return call.give(pair(call, 'divide', x, size));
  },
  'torch.cosineSimilarity': (call) => {
    const [a, b] = [floats(call, 'a'), floats(call, 'b')];
    const product = pair(call, 'multiply', a, b);
    const axis = call.axis(call.value('axis'), call.shapeOf(product).length);
    const reduction = { axes: [axis], keepDimensions: false };
    const size = (x: EntryId) => {
      const squares = call.apply('sum', [call.apply('multiply', [x, x], null)], reduction);
      return pair(call, 'maximum', call.apply('sqrt', [squares], null), call.entry('eps'));
    };
    const sizes = pair(call, 'multiply', size(a), size(b));
    return call.give(pair(call, 'divide', call.apply('sum', [product], reduction), sizes));
  },
  /** x·Wᵀ + b. */
  'torch.linear': (call) => {
    const weight = call.array('weight');
    const rank = weight.shape.length;
    const axes = weight.shape.map((_, axis) => rank - 1 - axis);
    const turned = call.give(call.apply('transpose', [read(call, weight)], { axes }));
    const product = delegate(call, linear.matmul, { a: call.value('x'), b: turned });
    if (call.optional('bias') === null || product.kind !== 'array') return product;
    return call.give(pair(call, 'add', read(call, product), call.entry('bias')));
  },
  /** beta·a + alpha·(b @ c). */
  'torch.addMatmul': (call) => {
    const product = delegate(call, linear.matmul, { a: call.value('b'), b: call.value('c') });
    if (product.kind !== 'array') throw new Error('matmul gives an array');
    const scaled = pair(call, 'multiply', call.entry('alpha'), read(call, product));
    return call.give(
      pair(call, 'add', pair(call, 'multiply', call.entry('beta'), call.entry('a')), scaled),
    );
  },
  /** Matrix products of stacks, each perhaps turned (tensorflow). */
  'tensor.matmul': (call) => {
    const turned = (name: string, flag: string) => {
      const array = call.array(name);
      if (!call.flag(flag)) return array;
      const axes = array.shape.map((_, axis) => axis);
      const last = axes.splice(-2).reverse();
      return call.give(call.apply('transpose', [read(call, array)], { axes: [...axes, ...last] }));
    };
    return delegate(call, linear.matmul, { a: turned('a', 'turnA'), b: turned('b', 'turnB') });
  },
  /** Over the last axes, centred and scaled to variance 1. */
  'torch.layerNorm': (call) => {
    const x = floats(call, 'x');
    const shape = call.shapeOf(x);
    const count = call.shape(call.value('shape')).length;
    const axes = shape.map((_, axis) => axis).slice(shape.length - count);
    const divisor = scalar(call, sizeOf(shape.slice(shape.length - count)), 'int');
    const mean = (entry: EntryId) =>
      call.apply(
        'divide',
        [call.apply('sum', [entry], { axes, keepDimensions: true }), divisor],
        null,
      );
    const centred = call.apply('subtract', [x, mean(x)], null);
    const variance = mean(call.apply('multiply', [centred, centred], null));
    const size = call.apply('sqrt', [pair(call, 'add', variance, call.entry('eps'))], null);
    let result = call.apply('divide', [centred, size], null);
    if (call.optional('weight') !== null)
      result = pair(call, 'multiply', result, call.entry('weight'));
    if (call.optional('bias') !== null) result = pair(call, 'add', result, call.entry('bias'));
    return call.give(result);
  },
  /** A row of zeros with a one at the class; a class outside gives zeros only. */
  oneHot: (call) => {
    const labels = call.array('x');
    if (labels.type === 'float') call.raise('RuntimeError', `${call.name}() needs integers`);
    call.machine.pin(read(call, labels), call.place);
    const values = peek(call.machine.graph, labels);
    const given = call.optional('classes') === null ? -1 : call.integer('classes');
    const classes = given >= 0 ? given : Math.max(...values) + 1;
    const data = new Float64Array(checkedSize(call, [values.length, classes]));
    values.forEach((label, row) => {
      if (label >= 0 && label < classes) data[row * classes + label] = 1;
    });
    const type = call.dtype('dtype', 'float');
    return call.give(constant(call, data, [...labels.shape, classes], type));
  },
  /** torch's order of widths: the last axis first, before and after. */
  'torch.pad': (call) => {
    const array = call.array('a');
    const widths = call.shape(call.value('width'));
    const rows = array.shape.map((_, axis) => {
      const at = 2 * (array.shape.length - 1 - axis);
      return list([int(widths[at] ?? 0), int(widths[at + 1] ?? 0)]);
    });
    const modes: Readonly<Record<string, string>> = { replicate: 'edge', circular: 'wrap' };
    const mode = call.words('mode') ?? 'constant';
    const values = call.optional('values') ?? int(0);
    return delegate(call, rearranging.pad, {
      width: list(rows),
      mode: text(modes[mode] ?? mode),
      values,
    });
  },
  /** tensorflow's modes are written in capitals. */
  'tensor.pad': (call) =>
    delegate(call, rearranging.pad, {
      mode: text((call.words('mode') ?? 'constant').toLowerCase()),
    }),
  'torch.randomIntegers': (call) => {
    const given = call.rest('bounds');
    const size = call.optional('size') ?? given.at(-1) ?? none;
    const bounds = call.optional('size') === null ? given.slice(0, -1) : given;
    const low = bounds.length > 1 ? bounds[0] : int(0);
    const high = call.optional('high') ?? bounds.at(-1) ?? none;
    return delegate(call, random['random.integers'], { low, high, size });
  },
  /** Ones with a chance each, as floats. */
  'torch.bernoulli': (call) => {
    const drawn = delegate(call, random['random.binomial'], { n: int(1), size: none });
    return call.give(cast(call, floatsOf(call, drawn), 'float'));
  },
  'random.like': (call) => drawLike(call, 'random.uniform01'),
  'random.normalLike': (call) => drawLike(call, 'random.standardNormal'),
  /** Elements set to 0 by chance, the others raised to make up for it. */
  'torch.dropout': (call) => {
    const x = call.entry('x');
    const chance = call.machine.graph.number(call.entry('p'));
    if (!call.flag('training') || chance === 0) return call.give(x);
    const size = tuple(call.shapeOf(x).map(int));
    const drawn = delegate(call, random['random.uniform01'], { size });
    const kept = pair(call, 'greaterEqual', floatsOf(call, drawn), scalar(call, chance));
    const raised = pair(call, 'divide', x, scalar(call, 1 - chance));
    return call.give(choose(call, kept, raised, scalar(call, 0)));
  },
  /** Filled with the value, or shaped from its elements, where a shape is named. */
  'tensorflow.constant': (call) => {
    const made = delegate(call, creation.array, { ndmin: int(0) });
    if (call.optional('shape') === null || made.kind !== 'array') return made;
    const shape = call.shape(call.value('shape'));
    const entry = read(call, made);
    return call.give(
      made.shape.length === 0 ? spreadTo(call, entry, shape) : reshape(call, entry, shape),
    );
  },
  squaredDifference: (call) => {
    const gap = pair(call, 'subtract', call.entry('a'), call.entry('b'));
    return call.give(call.apply('multiply', [gap, gap], null));
  },
  /** a / b, and 0 where b is 0. */
  divideOrZero: (call) => {
    const empty = pair(call, 'equal', call.entry('b'), scalar(call, 0));
    const safe = choose(call, empty, scalar(call, 1), call.entry('b'));
    const quotient = pair(call, 'divide', call.entry('a'), safe);
    return call.give(choose(call, empty, scalar(call, 0), quotient));
  },
  addAll: (call) => {
    const [first, ...others] = arraysOf(call, call.value('arrays')).map((each) => read(call, each));
    if (first === undefined) return call.raise('ValueError', `${call.name}() needs a tensor`);
    return call.give(others.reduce((sum, each) => pair(call, 'add', sum, each), first));
  },
  /** Means and variances along axes (tensorflow). */
  'tensor.moments': (call) => {
    const x = floats(call, 'a');
    const shape = call.shapeOf(x);
    const axes = call.axes('axis', shape.length);
    const count = scalar(call, sizeOf(axes.map((axis) => shape[axis])), 'int');
    const mean = (entry: EntryId) =>
      call.apply(
        'divide',
        [call.apply('sum', [entry], { axes, keepDimensions: true }), count],
        null,
      );
    const middle = mean(x);
    const centred = call.apply('subtract', [x, middle], null);
    const variance = mean(call.apply('multiply', [centred, centred], null));
    const kept = shape.filter((_, axis) => !axes.includes(axis));
    const give = (entry: EntryId): ArrayValue =>
      call.give(call.flag('keepdims') ? entry : reshape(call, entry, kept));
    return tuple([give(middle), give(variance)]);
  },
};

function floats(call: LibraryCall, name: string): EntryId {
  return cast(call, call.entry(name), 'float');
}

function floatsOf(call: LibraryCall, value: Value): EntryId {
  if (value.kind === 'array') return read(call, value);
  return scalar(call, value.kind === 'number' ? value.value : 0);
}

function drawLike(call: LibraryCall, id: string): Value {
  const size = tuple(call.array('a').shape.map(int));
  return delegate(call, random[id], { size });
}

/** (Σ|x|ᵖ)^(1/p) over the axes, or over all of them. */
function vectorNorm(call: LibraryCall, x: EntryId): EntryId {
  const reduction = {
    axes: call.axes('axis', call.shapeOf(x).length),
    keepDimensions: call.flag('keepdims'),
  };
  const given = call.optional('p');
  if (given === null || given.kind === 'text') {
    if (given?.kind === 'text' && given.value !== 'fro') {
      call.refuse(`p='${given.value}' of ${call.name}() is not supported`);
    }
    return euclidean(call, x, reduction);
  }
  const order = call.machine.graph.number(call.entry('p'));
  if (order === 2) return euclidean(call, x, reduction);
  const sizes = call.apply('abs', [x], null);
  if (order === Infinity) return call.apply('max', [sizes], reduction);
  if (order === -Infinity) return call.apply('min', [sizes], reduction);
  if (order === 1) return call.apply('sum', [sizes], reduction);
  if (order === 0) {
    const present = call.apply('notEqual', [x, scalar(call, 0)], null);
    return cast(call, call.apply('sum', [present], reduction), 'float');
  }
  const sum = call.apply('sum', [pair(call, 'power', sizes, scalar(call, order))], reduction);
  return pair(call, 'power', sum, scalar(call, 1 / order));
}

function euclidean(
  call: LibraryCall,
  x: EntryId,
  reduction: { axes: readonly number[]; keepDimensions: boolean },
): EntryId {
  const squares = call.apply('multiply', [x, x], null);
  return call.apply('sqrt', [call.apply('sum', [squares], reduction)], null);
}
