/**
 * Drawing functions. Every draw comes from a seeded generator, the machine's own
 * or one that the user made, so a run repeats exactly; each draw is noted with
 * its place. The numbers are not those of any other library's generator.
 */
import type { EntryId, NumberType, Shape } from '../../engine/graph';
import { broadcastShapes, sizeOf } from '../../engine/shape';
import { peek } from '../arrays';
import { setIndex } from '../index-access';
import type { LibraryCall } from '../library-call';
import { misfit } from '../operate';
import { describe, float, int, list, none, tableValue, type Value } from '../values';
import { extents } from './creation';
import { checkedSize, type Functions, pair, pickAxis, spreadTo } from './shared';

export const random: Functions = {
  'random.uniformOf': (call) => drawn(call, someShape(extents(call)), uniform),
  'random.normalOf': (call) => drawn(call, someShape(extents(call)), gauss),
  'random.uniform01': (call) => drawn(call, size(call), uniform),
  'random.standardNormal': (call) => drawn(call, size(call), gauss),
  'random.uniform': (call) => {
    const width = pair(call, 'subtract', call.entry('high'), call.entry('low'));
    return scaled(call, uniform, call.entry('low'), width);
  },
  /** `uniform(low, high, 2, 3)` of annotations. */
  'random.uniformBetween': (call) => {
    const [low, high] = [
      call.machine.graph.number(call.entry('low')),
      call.machine.graph.number(call.entry('high')),
    ];
    return drawn(call, someShape(extents(call)), (next) => low + (high - low) * next());
  },
  'random.normal': (call) => scaled(call, gauss, call.entry('loc'), call.entry('scale')),
  'random.exponential': (call) =>
    scaled(call, (next) => -Math.log1p(-next()), call.entry('scale'), null),
  'random.integers': (call) => {
    const single = call.optional('high') === null;
    const low = single ? 0 : call.integer('low');
    const high =
      (single ? call.integer('low') : call.integer('high')) + (call.flag('endpoint') ? 1 : 0);
    if (low >= high)
      call.raise('ValueError', `${call.name}(): there is no integer from ${low} below ${high}`);
    return drawn(call, size(call), (next) => low + Math.floor(next() * (high - low)), 'int');
  },
  'random.binomial': (call) => {
    const trials = call.integer('n');
    const chances = call.array('p');
    call.machine.pin(call.entry('p'), call.place);
    const shape = size(call) ?? (chances.shape.length === 0 ? null : chances.shape);
    const values = spreadTo(call, call.entry('p'), shape ?? []);
    const p = call.machine.graph.value(values).slice();
    let at = 0;
    return drawn(
      call,
      shape,
      (next) => {
        const chance = p[at++];
        let wins = 0;
        for (let trial = 0; trial < trials; trial++) if (next() < chance) wins += 1;
        return wins;
      },
      'int',
    );
  },
  /** Integers from 0 that cover all classes, in mixed order. */
  'random.labels': (call) => {
    const shape = call.shape(call.value('count'));
    const classes = call.integer('classes');
    const order = shuffled(call, checkedSize(call, shape));
    return call.give(
      call.machine.graph.constant(
        order.map((at) => at % classes),
        shape,
        'int',
        call.place,
      ),
    );
  },
  'random.choice': choice,
  'random.permutation': (call) => {
    const given = call.value('x');
    if (given.kind === 'number') {
      const order = shuffled(call, call.integer('x'));
      return call.give(call.machine.graph.constant(order, [order.length], 'int', call.place));
    }
    const entry = call.entry('x');
    return call.give(pickAxis(call, entry, 0, shuffled(call, call.shapeOf(entry)[0])));
  },
  'random.shuffle': (call) => {
    const given = call.value('x');
    if (given.kind === 'list') {
      const order = shuffled(call, given.items.length);
      given.items.splice(0, order.length, ...order.map((from) => given.items[from]));
      return none;
    }
    const array = call.array('x');
    const order = shuffled(call, array.shape[0] ?? 0);
    const everything: Value = { kind: 'slice', start: none, stop: none, step: none };
    const mixed = call.give(pickAxis(call, call.entry('x'), 0, order));
    setIndex(call.machine, array, everything, mixed, call.place);
    return none;
  },
  'random.seed': (call) => {
    const seed = call.optional('seed');
    if (seed === null) return none;
    const state = stateOf(call.integer('seed'));
    const own = generatorOf(call);
    call.machine.seeded = true;
    if (own === null) call.machine.random = state;
    else own.items[0] = float(state);
    return none;
  },
  /** A generator of its own; `names` says which table holds its methods. */
  'random.generator': (call) => {
    const seed = call.optional('seed');
    const start = seed?.kind === 'number' ? stateOf(call.integer('seed')) : call.machine.random;
    const own = list([float(start)]);
    const { machine, place } = call;
    const table = machine.tables.modules[call.words('names') ?? ''];
    const names = (name: string): Value | null => {
      const entry = Object.hasOwn(table, name) ? table[name] : undefined;
      if (entry === undefined) return null;
      const found = tableValue(`.${name}`, entry, place);
      return found.kind === 'library' ? { ...found, receiver: own } : found;
    };
    return { kind: 'module', name: call.name, names };
  },
};

type Draw = (next: () => number) => number;

const uniform: Draw = (next) => next();
const gauss: Draw = (next) => Math.sqrt(-2 * Math.log1p(-next())) * Math.cos(2 * Math.PI * next());

/** A well-mixed state from a seed. */
function stateOf(seed: number): number {
  return (Math.imul(seed, 2654435761) + 88675123) >>> 0;
}

function generatorOf(call: LibraryCall) {
  const own = call.optional('generator');
  return own?.kind === 'list' ? own : null;
}

/** Uniform numbers from 0 to below 1 with 53 bits; notes that the call drew. */
function source(call: LibraryCall): () => number {
  const { machine } = call;
  const own = generatorOf(call);
  if (!machine.seeded) machine.draws.push(call.place);
  const word = () => {
    const state = own?.items[0];
    const before = state?.kind === 'number' ? state.value : machine.random;
    const after = (before + 0x6d2b79f5) >>> 0;
    if (own === null) machine.random = after;
    else own.items[0] = float(after);
    let mixed = Math.imul(after ^ (after >>> 15), after | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return () => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
}

/** The shape of `size=`; null for a single number. */
function size(call: LibraryCall): Shape | null {
  const given = call.optional('size');
  return given === null ? null : call.shape(given);
}

function someShape(shape: Shape): Shape | null {
  return shape.length === 0 ? null : shape;
}

function numbers(call: LibraryCall, shape: Shape, draw: Draw): Float64Array {
  const data = new Float64Array(checkedSize(call, shape));
  const next = source(call);
  for (let at = 0; at < data.length; at++) data[at] = draw(next);
  return data;
}

function drawn(
  call: LibraryCall,
  shape: Shape | null,
  draw: Draw,
  type: NumberType = 'float',
): Value {
  const data = numbers(call, shape ?? [], draw);
  if (shape === null) return type === 'int' ? int(data[0]) : float(data[0]);
  return call.give(call.machine.graph.constant(data, shape, type, call.place));
}

/** shift + factor × draws (factor × draws where the second is null), differentiable in both. */
function scaled(call: LibraryCall, draw: Draw, first: EntryId, second: EntryId | null): Value {
  const { graph } = call.machine;
  const a = graph.entry(first).shape;
  const b = second === null ? [] : graph.entry(second).shape;
  const both = broadcastShapes(a, b);
  if (both === null) misfit(call.machine, { shape: a }, { shape: b }, `${call.name}()`, call.place);
  const given = size(call);
  const data = numbers(call, given ?? both, draw);
  const base = graph.constant(data, given ?? both, 'float', call.place);
  const shifted =
    second === null
      ? pair(call, 'multiply', first, base)
      : pair(call, 'add', first, pair(call, 'multiply', second, base));
  if (given === null && both.length === 0) return call.giveNumber(shifted);
  if (graph.dependsOnInput(shifted)) return call.give(shifted);
  return call.give(
    graph.constant(graph.value(shifted).slice(), given ?? both, 'float', call.place),
  );
}

function shuffled(call: LibraryCall, count: number): number[] {
  const next = source(call);
  const order = Array.from({ length: count }, (_, k) => k);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

function choice(call: LibraryCall): Value {
  const from = call.value('a');
  const array = from.kind === 'number' ? null : call.array('a');
  if (array !== null && array.shape.length !== 1) {
    call.raise('ValueError', `${call.name}() takes a number or a 1-d array, not ${describe(from)}`);
  }
  const count = array === null ? call.integer('a') : array.shape[0];
  const weights =
    call.optional('p') === null
      ? new Float64Array(count).fill(1)
      : peek(call.machine.graph, call.array('p')).slice();
  if (weights.length !== count)
    call.raise('ValueError', `${call.name}(): a and p have different sizes`);
  const shape = size(call);
  const wanted = sizeOf(shape ?? []);
  const replace = call.flag('replace');
  if (!replace && wanted > count) {
    call.raise(
      'ValueError',
      `${call.name}() cannot take ${wanted} of ${count} without replacement`,
    );
  }
  const next = source(call);
  const chosen = Array.from({ length: wanted }, () => {
    let left = next() * weights.reduce((sum, each) => sum + each, 0);
    let at = weights.findIndex((each) => (left -= each) < 0);
    if (at < 0) at = weights.findLastIndex((each) => each > 0);
    if (!replace) weights[at] = 0;
    return at;
  });
  if (array === null) {
    if (shape === null) return int(chosen[0]);
    return call.give(call.machine.graph.constant(chosen, shape, 'int', call.place));
  }
  const picked = call.apply('gather', [call.entry('a')], {
    positions: Int32Array.from(chosen),
    shape: shape ?? [],
  });
  return call.give(picked);
}
