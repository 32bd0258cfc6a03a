/** Methods of probability distributions: densities, distribution functions, quantiles, frozen parameters. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { setEntry, text, tuple, type Value } from '../values';
import { algebra } from './algebra';
import { continuous, counts, type Distribution, type Formula } from './densities';
import type { Functions } from './shared';

const methods = 'pdf logpdf pmf logpmf cdf sf logcdf logsf ppf'.split(' ');

export const distributions: Functions = {
  ...methodsOf(continuous, false),
  ...methodsOf(counts, true),
};

/** `distribution.norm.pdf` and so on: what each can be asked for. */
function methodsOf(table: Readonly<Record<string, Distribution>>, discrete: boolean): Functions {
  const functions: Record<string, Functions[string]> = {};
  const density = discrete ? 'pmf' : 'pdf';
  for (const [name, own] of Object.entries(table)) {
    const id = `distribution.${name}`;
    const parameters = [...(own.shapes ?? []), 'loc', ...(discrete ? [] : ['scale'])];
    functions[id] = (call) => frozen(call, id, parameters);
    functions[`${id}.log${density}`] = (call) => call.give(logDensity(call, own, discrete));
    functions[`${id}.${density}`] = (call) =>
      call.give(call.apply('exp', [logDensity(call, own, discrete)], null));
    const { below, quantile } = own;
    if (below !== undefined) {
      const above: Formula = own.above ?? ((m, ...z) => m.minus(m.k(1), below(m, ...z)));
      const logBelow: Formula = own.logBelow ?? ((m, ...z) => m.log(below(m, ...z)));
      const logAbove: Formula = own.logAbove ?? ((m, ...z) => m.log(above(m, ...z)));
      functions[`${id}.cdf`] = (call) => call.give(cumulative(call, own, below, 0, 1));
      functions[`${id}.sf`] = (call) => call.give(cumulative(call, own, above, 1, 0));
      functions[`${id}.logcdf`] = (call) =>
        call.give(cumulative(call, own, logBelow, -Infinity, 0));
      functions[`${id}.logsf`] = (call) => call.give(cumulative(call, own, logAbove, 0, -Infinity));
    }
    if (quantile !== undefined) {
      functions[`${id}.ppf`] = (call) => {
        const m = algebra(call);
        const shapes = (own.shapes ?? []).map(m.get);
        const z = quantile(m, m.get('x'), ...shapes);
        return call.give(m.sum(m.product(z, m.get('scale')), m.get('loc')));
      };
    }
  }
  return functions;
}

/** A distribution with its parameters given: its methods, with them bound. */
export function frozen(call: LibraryCall, id: string, parameters: readonly string[]): Value {
  const { machine, place } = call;
  const given = call.rest('parameters');
  if (given.length > parameters.length) {
    call.raise('TypeError', `${call.name}() takes at most ${parameters.length} arguments`);
  }
  const named = call.value('keywords');
  const entries = new Map(named.kind === 'dict' ? named.entries : []);
  for (const [at, value] of given.entries()) setEntry(entries, text(parameters[at]), value);
  const attributes = new Map<string, Value>();
  for (const method of methods) {
    const found = machine.attribute(id, call.name, method, place);
    if (found === null) continue;
    const receiver = tuple([found, tuple([]), { kind: 'dict', entries }]);
    const signature = 'bound, *arguments, **keywords';
    const name = `${call.name}.${method}`;
    attributes.set(method, { kind: 'library', name, id: 'callPartial', signature, receiver });
  }
  const type = {
    kind: 'class',
    name: call.name,
    bases: [],
    attributes: new Map(),
    place,
    open: true,
  } as const;
  return { kind: 'instance', type, attributes };
}

function logDensity(call: LibraryCall, own: Distribution, discrete: boolean): EntryId {
  const m = algebra(call);
  const moved = m.minus(m.get('x'), m.get('loc'));
  const z = discrete ? moved : m.over(moved, m.get('scale'));
  const shapes = (own.shapes ?? []).map(m.get);
  const value = own.log(m, z, ...shapes);
  const scaled = discrete ? value : m.minus(value, m.log(m.get('scale')));
  if (own.support === undefined) return scaled;
  return m.choose(own.support(m, z, ...shapes), scaled, m.k(-Infinity));
}

/** A distribution function: inside the support by its formula, `low` below it and `high` above. */
function cumulative(
  call: LibraryCall,
  own: Distribution,
  formula: Formula,
  low: number,
  high: number,
): EntryId {
  const m = algebra(call);
  const z = m.over(m.minus(m.get('x'), m.get('loc')), m.get('scale'));
  const shapes = (own.shapes ?? []).map(m.get);
  const value = formula(m, z, ...shapes);
  if (own.support === undefined) return value;
  const outside = m.choose(m.less(z, m.k(1)), m.k(low), m.k(high));
  return m.choose(own.support(m, z, ...shapes), value, outside);
}
