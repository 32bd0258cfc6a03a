/** Losses of neural networks, with the `reduction=` of torch and the per-row forms of tensorflow. */
import type { EntryId } from '../../engine/graph';
import { sizeOf, stridesOf } from '../../engine/shape';
import { peek } from '../arrays';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, int, type Value } from '../values';
import { delegate } from './delegate';
import { cast, choose, constant, type Functions, pair, read, scalar } from './shared';
import { special } from './special';

export const losses: Functions = {
  'loss.square': (call) => {
    const gap = pair(call, 'subtract', call.entry('a'), call.entry('b'));
    return reducedTo(call, call.apply('multiply', [gap, gap], null));
  },
  'loss.absolute': (call) => reducedTo(call, distance(call)),
  /** A parabola up to a width, a line beyond: slope 1 (smooth L1) or the width (Huber). */
  'loss.smooth': (call) => reducedTo(call, bent(call, 'width', true)),
  'loss.huber': (call) => reducedTo(call, bent(call, 'width', false)),
  'loss.binary': (call) => {
    const [p, t] = [call.entry('a'), call.entry('b')];
    const lost = pair(
      call,
      'add',
      pair(call, 'multiply', t, boundedLog(call, p)),
      pair(call, 'multiply', rest(call, t), boundedLog(call, rest(call, p))),
    );
    return reducedTo(call, weighted(call, call.apply('negate', [lost], null)));
  },
  'loss.binaryOfLogits': (call) => reducedTo(call, weighted(call, binaryOfLogits(call))),
  'loss.chosen': (call) => chosenLoss(call, call.entry('a')),
  'loss.crossEntropy': (call) => {
    const logits = call.array('a');
    const axis = int(classAxis(logits));
    const logs = delegate(call, special.logSoftmax, { axis });
    if (logs.kind !== 'array') throw new Error('logSoftmax gives an array');
    const target = call.array('b');
    if (target.type !== 'float') return chosenLoss(call, read(call, logs));
    const shares = smoothed(call, read(call, target), logits.shape[classAxis(logits)]);
    if (call.optional('weight') !== null)
      call.refuse(`weight= of ${call.name}() with probabilities is not supported`);
    return rowLoss(call, read(call, logs), shares, classAxis(logits));
  },
  /** t·(log t - x), where the target may be a logarithm itself. */
  'loss.divergence': (call) => {
    const [x, t] = [call.entry('a'), call.entry('b')];
    if (call.flag('logTarget')) {
      const share = call.apply('exp', [t], null);
      return reducedTo(call, pair(call, 'multiply', share, pair(call, 'subtract', t, x)));
    }
    const empty = pair(call, 'equal', t, scalar(call, 0));
    const safe = choose(call, empty, scalar(call, 1), t);
    const gap = pair(call, 'subtract', call.apply('log', [safe], null), x);
    return reducedTo(call, pair(call, 'multiply', t, gap));
  },
  /** tensorflow: one number a row, from probabilities. */
  'loss.rows': (call) => {
    const logits = call.array('a');
    const axis = call.axis(call.value('axis'), logits.shape.length);
    const logs = delegate(call, special.logSoftmax, { axis: int(axis) });
    if (logs.kind !== 'array') throw new Error('logSoftmax gives an array');
    const product = pair(call, 'multiply', call.entry('b'), read(call, logs));
    const sum = call.apply('sum', [product], { axes: [axis], keepDimensions: false });
    return call.give(call.apply('negate', [sum], null));
  },
  /** tensorflow: one number a row, from class indices; the classes are the last axis. */
  'loss.chosenRows': (call) => {
    const logits = call.array('a');
    const axis = logits.shape.length - 1;
    const logs = delegate(call, special.logSoftmax, { axis: int(axis) });
    if (logs.kind !== 'array') throw new Error('logSoftmax gives an array');
    const picked = pick(call, read(call, logs), axis, classesOf(call));
    return call.give(call.apply('negate', [picked], null));
  },
  'loss.halfSquares': (call) => {
    const x = call.entry('a');
    const axes = call.shapeOf(x).map((_, axis) => axis);
    const squares = call.apply('multiply', [x, x], null);
    const sum = call.apply('sum', [squares], { axes, keepDimensions: false });
    return call.give(call.apply('multiply', [sum, scalar(call, 0.5)], null));
  },
};

/** By `reduction`: the mean, the sum, all of them, or the sum over the rows' count. */
function reducedTo(call: LibraryCall, losses: EntryId): Value {
  const how = call.words('reduction') ?? 'mean';
  if (how === 'none') return call.give(losses);
  const shape = call.shapeOf(losses);
  const axes = shape.map((_, axis) => axis);
  const sum = call.apply('sum', [losses], { axes, keepDimensions: false });
  if (how === 'sum') return call.give(sum);
  if (how !== 'mean' && how !== 'batchmean') {
    call.raise('ValueError', `${call.name}(): there is no reduction '${how}'`);
  }
  const count = how === 'mean' ? sizeOf(shape) : (shape[0] ?? 1);
  return call.give(call.apply('divide', [sum, scalar(call, count, 'int')], null));
}

function distance(call: LibraryCall): EntryId {
  return call.apply('abs', [pair(call, 'subtract', call.entry('a'), call.entry('b'))], null);
}

function bent(call: LibraryCall, name: string, unitSlope: boolean): EntryId {
  const gap = distance(call);
  const width = call.entry(name);
  const half = pair(call, 'multiply', scalar(call, 0.5), pair(call, 'multiply', gap, gap));
  const corner = pair(call, 'multiply', width, scalar(call, 0.5));
  const line = pair(call, 'subtract', gap, corner);
  const inside = pair(call, 'less', gap, width);
  if (!unitSlope) return choose(call, inside, half, pair(call, 'multiply', width, line));
  return choose(call, inside, pair(call, 'divide', half, width), line);
}

function rest(call: LibraryCall, x: EntryId): EntryId {
  return call.apply('subtract', [scalar(call, 1), x], null);
}

/** log(p), never below -100. */
function boundedLog(call: LibraryCall, p: EntryId): EntryId {
  return pair(call, 'maximum', call.apply('log', [p], null), scalar(call, -100));
}

function weighted(call: LibraryCall, losses: EntryId): EntryId {
  if (call.optional('weight') === null) return losses;
  return pair(call, 'multiply', losses, call.entry('weight'));
}

/** (1 - t)·x + (1 + (w - 1)·t)·log(1 + exp(-x)). */
function binaryOfLogits(call: LibraryCall): EntryId {
  const [x, t] = [cast(call, call.entry('a'), 'float'), call.entry('b')];
  const negated = call.apply('negate', [x], null);
  const soft = pair(call, 'logaddexp', scalar(call, 0), negated);
  const line = pair(call, 'multiply', rest(call, t), x);
  if (call.optional('positive') === null) return pair(call, 'add', line, soft);
  const more = pair(call, 'subtract', call.entry('positive'), scalar(call, 1));
  const factor = pair(call, 'add', scalar(call, 1), pair(call, 'multiply', more, t));
  return pair(call, 'add', line, pair(call, 'multiply', factor, soft));
}

function classAxis(array: ArrayValue): number {
  return array.shape.length > 1 ? 1 : 0;
}

function classesOf(call: LibraryCall): ArrayValue {
  const target = call.array('b');
  if (target.type === 'float') call.raise('RuntimeError', `${call.name}() needs integer classes`);
  call.machine.pin(read(call, target), call.place);
  return target;
}

/** From each lane along an axis the element that the class index names. */
function pick(
  call: LibraryCall,
  entry: EntryId,
  axis: number,
  target: ArrayValue,
  ignored: number | null = null,
): EntryId {
  const shape = call.shapeOf(entry);
  const strides = stridesOf(shape);
  const lanes = shape.toSpliced(axis, 1);
  const laneStrides = strides.toSpliced(axis, 1);
  if (String(lanes) !== String(target.shape)) {
    call.raise(
      'ValueError',
      `${call.name}(): the classes do not have the shape (${lanes.join(', ')})`,
    );
  }
  const own = stridesOf(lanes);
  const positions = Int32Array.from(peek(call.machine.graph, target), (label, at) => {
    const place = label === ignored ? 0 : label;
    if (place < 0 || place >= shape[axis]) {
      call.raise('IndexError', `${call.name}(): there is no class ${label} among ${shape[axis]}`);
    }
    return lanes.reduce(
      (sum, extent, each) => sum + (Math.floor(at / own[each]) % extent) * laneStrides[each],
      place * strides[axis],
    );
  });
  return call.apply('gather', [entry], { positions, shape: lanes });
}

/** -w·log p of the target's class; the mean is over the weights that count. */
function chosenLoss(call: LibraryCall, logs: EntryId): Value {
  const rank = call.shapeOf(logs).length;
  const axis = rank > 1 ? 1 : 0;
  const count = call.shapeOf(logs)[axis];
  const target = classesOf(call);
  const ignored = call.integer('ignore');
  const labels = peek(call.machine.graph, target);
  const kept = constant(
    call,
    labels.map((label) => Number(label !== ignored)),
    target.shape,
  );
  const smoothing = call.values.has('smoothing')
    ? call.machine.graph.number(call.entry('smoothing'))
    : 0;
  let weights = kept;
  let classWeights: EntryId | null = null;
  if (call.optional('weight') !== null) {
    classWeights = call.entry('weight');
    const positions = Int32Array.from(labels, (label) => (label === ignored ? 0 : label));
    const own = call.apply('gather', [classWeights], { positions, shape: target.shape });
    weights = call.apply('multiply', [kept, own], null);
  }
  const picked = pair(call, 'multiply', pick(call, logs, axis, target, ignored), weights);
  let lost = call.apply('negate', [picked], null);
  if (smoothing !== 0) {
    if (classWeights !== null)
      call.refuse(`weight= with label_smoothing= of ${call.name}() is not supported`);
    const all = call.apply('sum', [logs], { axes: [axis], keepDimensions: false });
    const even = call.apply('multiply', [all, scalar(call, -smoothing / count)], null);
    const mine = call.apply('multiply', [lost, scalar(call, 1 - smoothing)], null);
    lost = pair(call, 'add', mine, pair(call, 'multiply', even, kept));
  }
  if ((call.words('reduction') ?? 'mean') !== 'mean') return reducedTo(call, lost);
  const axes = target.shape.map((_, each) => each);
  const total = (entry: EntryId) => call.apply('sum', [entry], { axes, keepDimensions: false });
  return call.give(call.apply('divide', [total(lost), total(weights)], null));
}

/** Probabilities mixed with equal shares. */
function smoothed(call: LibraryCall, target: EntryId, classes: number): EntryId {
  const smoothing = call.machine.graph.number(call.entry('smoothing'));
  if (smoothing === 0) return target;
  const kept = call.apply('multiply', [target, scalar(call, 1 - smoothing)], null);
  return call.apply('add', [kept, scalar(call, smoothing / classes)], null);
}

function rowLoss(call: LibraryCall, logs: EntryId, shares: EntryId, axis: number): Value {
  const product = pair(call, 'multiply', shares, logs);
  const sum = call.apply('sum', [product], { axes: [axis], keepDimensions: false });
  return reducedTo(call, call.apply('negate', [sum], null));
}
