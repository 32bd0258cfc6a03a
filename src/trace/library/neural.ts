/** Activations of neural networks, element by element: compositions of ops. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { int, type Value } from '../values';
import { delegate } from './delegate';
import { cast, choose, type Functions, pair, pickAxis, scalar, typeOf } from './shared';
import { special } from './special';

type Activation = (call: LibraryCall, x: EntryId) => EntryId;

const SELU = { alpha: 1.6732632423543772, scale: 1.0507009873554805 };

/** Their argument is taken as floats. */
const ofFloats: Readonly<Record<string, Activation>> = {
  leakyRelu: (call, x) => choose(call, positive(call, x), x, by(call, x, 'slope')),
  elu: (call, x) => elu(call, x, call.entry('alpha')),
  celu: (call, x) => {
    const alpha = call.entry('alpha');
    const scaled = pair(call, 'divide', x, alpha);
    return choose(call, positive(call, x), x, pair(call, 'multiply', alpha, below(call, scaled)));
  },
  selu: (call, x) => times(call, elu(call, x, scalar(call, SELU.alpha)), SELU.scale),
  silu: (call, x) => pair(call, 'multiply', x, call.apply('sigmoid', [x], null)),
  mish: (call, x) => {
    const soft = pair(call, 'logaddexp', scalar(call, 0), x);
    return pair(call, 'multiply', x, call.apply('tanh', [soft], null));
  },
  /** log(1 + exp(beta·x)) / beta; the line x itself above a threshold. */
  softplus: (call, x) => {
    const scaled = by(call, x, 'beta');
    const soft = pair(call, 'logaddexp', scalar(call, 0), scaled);
    const curve = pair(call, 'divide', soft, call.entry('beta'));
    if (call.optional('threshold') === null) return curve;
    return choose(call, pair(call, 'greater', scaled, call.entry('threshold')), x, curve);
  },
  softsign: (call, x) => {
    const size = pair(call, 'add', call.apply('abs', [x], null), scalar(call, 1));
    return pair(call, 'divide', x, size);
  },
  hardSigmoid: (call, x) => hardSigmoid(call, x),
  hardSwish: (call, x) => pair(call, 'multiply', x, hardSigmoid(call, x)),
  tanhShrink: (call, x) => pair(call, 'subtract', x, call.apply('tanh', [x], null)),
  softShrink: (call, x) => {
    const size = pair(call, 'subtract', call.apply('abs', [x], null), call.entry('width'));
    const left = pair(call, 'maximum', size, scalar(call, 0));
    return pair(call, 'multiply', call.apply('sign', [x], null), left);
  },
  hardShrink: (call, x) => {
    const wide = pair(call, 'greater', call.apply('abs', [x], null), call.entry('width'));
    return choose(call, wide, x, scalar(call, 0));
  },
  threshold: (call, x) =>
    choose(call, pair(call, 'greater', x, call.entry('threshold')), x, call.entry('value')),
  inverseRoot: (call, x) =>
    call.apply('divide', [scalar(call, 1), call.apply('sqrt', [x], null)], null),
  fraction: (call, x) => call.apply('subtract', [x, call.apply('trunc', [x], null)], null),
  gelu,
};

export const neural: Functions = {
  ...Object.fromEntries(
    Object.entries(ofFloats).map(([id, compute]) => [
      id,
      (call: LibraryCall) => call.give(compute(call, cast(call, call.entry('x'), 'float'))),
    ]),
  ),
  relu: (call) => {
    const x = call.entry('x');
    return call.give(pair(call, 'maximum', x, scalar(call, 0, typeOf(call, x))));
  },
  /** One half times the other half's sigmoid, along an axis. */
  gatedLinear: (call) => {
    const x = call.entry('x');
    const axis = call.axis(call.value('axis'), call.shapeOf(x).length);
    const half = call.shapeOf(x)[axis] / 2;
    if (!Number.isInteger(half)) call.raise('RuntimeError', `${call.name}() needs an even size`);
    const part = (start: number) =>
      pickAxis(
        call,
        x,
        axis,
        Array.from({ length: half }, (_, at) => start + at),
      );
    const gate = call.apply('sigmoid', [part(half)], null);
    return call.give(call.apply('multiply', [part(0), gate], null));
  },
  softmin: (call) => {
    const negated = call.give(call.apply('negate', [call.entry('a')], null));
    return delegate(call, special.softmax, { a: negated });
  },
  /** torch without an axis: the first of vectors and of three axes, else the second. */
  'torch.softmax': (call) => delegate(call, special.softmax, impliedAxis(call)),
  'torch.logSoftmax': (call) => delegate(call, special.logSoftmax, impliedAxis(call)),
};

function impliedAxis(call: LibraryCall): Readonly<Record<string, Value>> {
  if (call.optional('axis') !== null) return {};
  const rank = call.array('a').shape.length;
  return { axis: int(rank === 0 || rank === 1 || rank === 3 ? 0 : 1) };
}

function by(call: LibraryCall, x: EntryId, name: string): EntryId {
  return pair(call, 'multiply', x, call.entry(name));
}

function times(call: LibraryCall, x: EntryId, factor: number): EntryId {
  return call.apply('multiply', [x, scalar(call, factor)], null);
}

function positive(call: LibraryCall, x: EntryId): EntryId {
  return pair(call, 'greater', x, scalar(call, 0));
}

/** exp(x) - 1 where x is negative, and 0 elsewhere, so that nothing overflows. */
function below(call: LibraryCall, x: EntryId): EntryId {
  return call.apply('expm1', [pair(call, 'minimum', x, scalar(call, 0))], null);
}

function elu(call: LibraryCall, x: EntryId, alpha: EntryId): EntryId {
  return choose(call, positive(call, x), x, pair(call, 'multiply', alpha, below(call, x)));
}

function hardSigmoid(call: LibraryCall, x: EntryId): EntryId {
  const shifted = pair(call, 'add', x, scalar(call, 3));
  const low = pair(call, 'maximum', shifted, scalar(call, 0));
  return pair(call, 'divide', pair(call, 'minimum', low, scalar(call, 6)), scalar(call, 6));
}

/** x·Φ(x), by its tanh form where the call asks for that. */
function gelu(call: LibraryCall, x: EntryId): EntryId {
  const given = call.value('approximate');
  const tanh = given.kind === 'text' ? given.value === 'tanh' : call.flag('approximate');
  const half = times(call, call.apply('add', [gate(call, x, tanh), scalar(call, 1)], null), 0.5);
  return call.apply('multiply', [x, half], null);
}

/** 2·Φ(x) - 1. */
function gate(call: LibraryCall, x: EntryId, tanh: boolean): EntryId {
  if (!tanh) return call.apply('erf', [times(call, x, Math.SQRT1_2)], null);
  const cube = call.apply('multiply', [x, call.apply('multiply', [x, x], null)], null);
  const inner = call.apply('add', [x, times(call, cube, 0.044715)], null);
  return call.apply('tanh', [times(call, inner, Math.sqrt(2 / Math.PI))], null);
}
