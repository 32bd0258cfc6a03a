/**
 * Mutants of the engine: the derivative rules of every op, made wrong one way at a time in the
 * table itself, must be caught as a doubt of our own. The door is the table of ops, whose records
 * a test can change; the product knows nothing of it.
 */
import { checkOne, openProgram } from '../../../src/check/opened';
import { defaultOptions } from '../../../src/check/report';
import { findTargets } from '../../../src/check/targets';
import { multiply, scalar } from '../../../src/engine/build';
import type { Entry, EntryId, Graph } from '../../../src/engine/graph';
import type { Op, OpName } from '../../../src/engine/op';
import { ops } from '../../../src/engine/ops';
import { sameShape } from '../../../src/engine/shape';
import type { LanguageFrontEnd } from '../../../src/languages';
import { defaultLimits } from '../../../src/trace/limits';
import { programs, textOf, unreached } from './programs';
import type { Row } from './row';

type Rules = { -readonly [K in 'reverse' | 'forward']: Op<unknown>[K] };

/** What a mistake makes of one of the values that a rule gives; null: it does not apply. */
interface Mistake {
  readonly kind: string;
  readonly words: string;
  readonly change: (graph: Graph, value: EntryId) => EntryId | null;
}

const times = (factor: number) => (graph: Graph, value: EntryId) =>
  multiply(graph, value, scalar(graph, factor));

const mistakes: readonly Mistake[] = [
  { kind: 'sign', words: 'the opposite', change: times(-1) },
  { kind: 'factor', words: 'twice the part', change: times(2) },
  { kind: 'factor', words: '1.0001 times the part', change: times(1.0001) },
  { kind: 'missing term', words: 'nothing', change: times(0) },
  { kind: 'transpose', words: 'the reversed part', change: reversed },
];

/** A mistake in both rules alike leaves only the numbers to find it. */
const places = [0, 1, 2].flatMap((argument) =>
  (['reverse', 'forward', 'both'] as const).map((where) => ({ argument, where })),
);

/** The numbers in the opposite order. */
function reversed(graph: Graph, value: EntryId): EntryId | null {
  const { size, shape } = graph.entry(value);
  if (size < 2) return null;
  const positions = Int32Array.from({ length: size }, (_, at) => size - 1 - at);
  return graph.apply('gather', [value], { positions, shape });
}

/** A mutant that waits to be checked; null: the mistake changes nothing there. */
export interface RuleMutant {
  readonly key: string;
  readonly check: () => Row | null;
}

export function ruleMutants(front: LanguageFrontEnd): RuleMutant[] {
  const names = (Object.keys(ops) as OpName[]).filter(
    (name) => ops[name].differentiable && !unreached.includes(name),
  );
  return names.flatMap((name) => {
    const body = programs[name];
    if (body === undefined) throw new Error(`programs.ts has no program for ${name}`);
    const verdict = () => verdictOf(front, body);
    const mutants = places.flatMap(({ argument, where }) =>
      mistakes.map(({ kind, words, change }) =>
        mutantOf(name, kind, `${words} of argument ${argument}, ${where}`, verdict, (count) =>
          wrongRules(name, argument, where, change, count),
        ),
      ),
    );
    const kind = 'swapped operands';
    const swapped = mutantOf(name, kind, 'the first two exchanged, reverse', verdict, (count) =>
      swappedRule(name, count),
    );
    return [untouched(name, verdict), ...mutants, swapped];
  });
}

type Verdict = () => ReturnType<typeof verdictOf>;

/** The program must be right as long as nothing is wrong. */
function untouched(name: OpName, verdict: Verdict): RuleMutant {
  const key = `${name}: as it is`;
  return {
    key,
    check: () => {
      const found = verdict();
      const short = found.verdict !== 'pass';
      return { ...rowOf('untouched', key, found), differs: false, short };
    },
  };
}

function mutantOf(
  name: OpName,
  kind: string,
  words: string,
  verdict: Verdict,
  wrong: (count: () => void) => Partial<Rules>,
): RuleMutant {
  const key = `${name}: ${words}`;
  return {
    key,
    check: () => {
      let reached = 0;
      const rules = wrong(() => {
        reached += 1;
      });
      const found = withRules(ops[name] as Op<unknown>, rules, verdict);
      if (reached === 0) return null;
      return { ...rowOf(kind, key, found), differs: true, short: found.code !== 'engine-doubt' };
    },
  };
}

function rowOf(kind: string, key: string, { verdict, reason }: ReturnType<Verdict>) {
  return { kind: `rule, ${kind}`, what: key, verdict, reason };
}

/** The rules of an op with a mistake in what concerns one argument. */
function wrongRules(
  name: OpName,
  argument: number,
  where: (typeof places)[number]['where'],
  change: Mistake['change'],
  count: () => void,
): Partial<Rules> {
  const own = { ...(ops[name] as Op<unknown>) };
  const mutate = (graph: Graph, value: EntryId | null) => {
    const changed = value === null ? null : change(graph, value);
    if (changed === null) return value;
    count();
    return changed;
  };
  const reverse: Rules['reverse'] = (graph, entry, ...given) =>
    own
      .reverse(graph, entry, ...given)
      .map((each, at) => (at === argument ? mutate(graph, each) : each));
  const forward: Rules['forward'] = (graph, entry, tangents, parameters) => {
    const wrong = tangents.map((each, at) => (at === argument ? mutate(graph, each) : each));
    return own.forward(graph, entry, wrong, parameters);
  };
  return { both: { reverse, forward }, reverse: { reverse }, forward: { forward } }[where];
}

/** The contributions of two arguments of one shape, exchanged. */
function swappedRule(name: OpName, count: () => void): Partial<Rules> {
  const own = { ...(ops[name] as Op<unknown>) };
  return {
    reverse: (graph, entry, ...rest) => {
      const given = own.reverse(graph, entry, ...rest);
      const [a, b, ...others] = given;
      if (!differ(graph, entry, a, b)) return given;
      count();
      return [b, a, ...others];
    },
  };
}

function differ(graph: Graph, entry: Entry, a: EntryId | null, b: EntryId | null): boolean {
  if (a === null || b === null || a === undefined || b === undefined) return false;
  if (entry.inputs[0] === entry.inputs[1]) return false;
  if (!sameShape(graph.entry(a).shape, graph.entry(b).shape)) return false;
  const [left, right] = [graph.value(a), graph.value(b)];
  return left.some((each, at) => Math.abs(each - right[at]) > 1e-6 * Math.abs(each));
}

function withRules<Result>(op: Op<unknown>, wrong: Partial<Rules>, run: () => Result): Result {
  const { reverse, forward } = op;
  try {
    Object.assign(op, wrong);
    return run();
  } finally {
    Object.assign(op, { reverse, forward });
  }
}

function verdictOf(front: LanguageFrontEnd, body: string) {
  const source = { path: 'rule.py', text: textOf(body) };
  const opened = openProgram(front, front.parse, source, defaultOptions, defaultLimits);
  const [target] = findTargets(opened.program, defaultOptions).targets;
  return checkOne(opened, target)[0].outcome;
}
