/**
 * What was checked need not be checked again while nothing that it depends on changes:
 * the texts of the statements that a target uses, or that use it, and of imported files.
 * A report that is used again moves along with its lines.
 */
import { onceFor } from '../syntax/moved';
import type { Program, Statement } from '../syntax/nodes';
import { lineStarts, positionAt } from '../syntax/span';
import { visit } from '../syntax/visit';
import type { Source } from './checker';
import { halvesOf } from './detect/pair';
import { neededStatements, usedNames } from './needed';
import type { CheckOptions, FunctionReport, ProblemReport, Range } from './report';
import type { Target } from './targets';

/** What a check of one target gave. */
export interface TargetReport {
  readonly functions: readonly FunctionReport[];
  readonly problems: readonly ProblemReport[];
}

interface Remembered {
  /** The texts of these statements and what else it depends on. */
  readonly basis: readonly string[];
  /** The first and last line of each statement that it depends on. */
  readonly lines: readonly (readonly [number, number])[];
  readonly report: TargetReport;
}

const mostFiles = 100;

export class Memory {
  private readonly files = new Map<
    string,
    { readonly modules: Source['modules']; readonly targets: Map<string, Remembered> }
  >();

  /**
   * The reports of the targets of a file, from memory or made and kept. Where `make` throws,
   * what was made before is kept all the same; what was made is kept where `isKept` says so then.
   */
  reports(
    source: Source,
    program: Program,
    options: CheckOptions,
    targets: readonly Target[],
    isKept: () => boolean,
    make: (target: Target) => TargetReport,
  ): TargetReport[] {
    const before = this.files.get(source.path);
    const known = before !== undefined && sameModules(before.modules, source.modules);
    const keys = keysOf(targets);
    const kept = new Map<string, Remembered>();
    for (const key of keys) {
      const earlier = known ? before.targets.get(key) : undefined;
      if (earlier !== undefined) kept.set(key, earlier);
    }
    if (before === undefined && this.files.size >= mostFiles) this.files.clear();
    this.files.set(source.path, { modules: source.modules, targets: kept });
    const dependencies = new Dependencies(program, JSON.stringify(options));
    return targets.map((target, at) => {
      const { basis, lines } = dependencies.of(target);
      const earlier = kept.get(keys[at]);
      const isSame = earlier !== undefined && sameTexts(earlier.basis, basis);
      const report = isSame ? moved(earlier.report, earlier.lines, lines) : make(target);
      if (isSame || isKept()) kept.set(keys[at], { basis, lines, report });
      return report;
    });
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((text, at) => a[at] === text);
}

function sameModules(a: Source['modules'], b: Source['modules']): boolean {
  const [left, right] = [Object.entries(a ?? {}), Object.entries(b ?? {})];
  return left.length === right.length && right.every(([path, text]) => a?.[path] === text);
}

/** Names may stand twice in a file: the first of a name, the second, and so on. */
function keysOf(targets: readonly Target[]): string[] {
  const met = new Map<string, number>();
  return targets.map((target) => {
    const key = keyOf(target);
    const count = met.get(key) ?? 0;
    met.set(key, count + 1);
    return `${key} ${count}`;
  });
}

function keyOf(target: Target): string {
  if (target.kind !== 'claims') return `${target.kind} ${target.name}`;
  return `claims ${target.definition?.name ?? ''} ${target.owner?.name ?? ''}`;
}

/** Which statements of a file a target depends on. */
class Dependencies {
  private readonly starts: readonly number[];
  /** The statements that mention a name. */
  private readonly users = new Map<string, Statement[]>();
  private readonly slices: ReadonlyMap<Statement, string>;
  private readonly ignores: string;

  constructor(
    private readonly program: Program,
    private readonly options: string,
  ) {
    this.starts = lineStarts(program.text);
    const { body, text, ignores } = program;
    this.ignores = JSON.stringify(ignores.filter((each) => each.line === null));
    for (const each of body) {
      for (const name of mentioned(each)) {
        const others = this.users.get(name);
        if (others === undefined) this.users.set(name, [each]);
        else others.push(each);
      }
    }
    // A statement's text with the comments above it; blank lines around it say nothing.
    this.slices = new Map(
      body.map((each, at) => {
        const end = at + 1 < body.length ? lineEnd(text, each.span.end) : text.length;
        const start = at === 0 ? 0 : lineEnd(text, body[at - 1].span.end);
        return [each, text.slice(Math.min(start, each.span.start), end).trim()];
      }),
    );
  }

  of(target: Target): { basis: string[]; lines: (readonly [number, number])[] } {
    const own = namesOf(target);
    const users = this.usersOf(own);
    // A table of functions is used under its own name.
    const tables = users.flatMap((each) =>
      each.kind === 'assign'
        ? each.targets.flatMap((one) => (one.kind === 'name' ? [one.name] : []))
        : [],
    );
    const near = new Set([...users, ...this.usersOf(new Set(tables))]);
    const wanted = new Set([
      ...own,
      ...[...near].flatMap((each) => (isRun(each) ? [...mentioned(each)] : [])),
    ]);
    const needed = neededStatements(this.program.body, [...wanted, '*']);
    const all = target.kind === 'claims' && target.definition === null;
    const chosen = this.program.body.filter((each) => all || needed.has(each) || near.has(each));
    const texts = chosen.map((each) => this.slices.get(each) ?? '');
    return {
      basis: [this.options, this.ignores, howFound(target), ...texts],
      lines: chosen.map(({ span }) => [this.lineOf(span.start), this.lineOf(span.end)]),
    };
  }

  private usersOf(names: ReadonlySet<string>): Statement[] {
    const found = [...names].flatMap((name) => this.users.get(name) ?? []);
    return [...new Set(found)];
  }

  private lineOf(offset: number): number {
    return positionAt(this.starts, offset).line;
  }
}

/** Code that may be run to see what arguments are like; a function with parameters is only read. */
function isRun(statement: Statement): boolean {
  if (statement.kind === 'class') return false;
  return statement.kind !== 'function' || statement.definition.parameters.length === 0;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The names that a statement uses, binds or reads as a member. */
const mentioned = onceFor((statement: Statement): ReadonlySet<string> => {
  const names = new Set(usedNames(statement));
  visit(statement, (part) => {
    if ('kind' in part && part.kind === 'member') names.add(part.name);
  });
  if (statement.kind === 'function' || statement.kind === 'class') {
    names.add(statement.definition.name);
  }
  return names;
});

function namesOf(target: Target): ReadonlySet<string> {
  switch (target.kind) {
    case 'function':
    case 'class':
      return new Set([target.name.split('.')[0], target.definition.name]);
    case 'claims':
      return new Set([target.owner?.name ?? '', target.definition?.name ?? '']);
    case 'pair': {
      const { owner, form } = target.pair;
      const others = form.kind === 'functions' ? [form.outer, form.cost] : [];
      const all = [...halvesOf(form), ...others].flatMap((each) => each?.name ?? []);
      // Methods are reached by way of their class.
      if (owner !== null) return new Set([owner.name]);
      return new Set([...all, target.name.split('.')[0]]);
    }
  }
}

/** What the rest of the file says of a pair: the lines that it tells may move. */
function howFound(target: Target): string {
  if (target.kind !== 'pair') return '';
  const { convention, form, open, why } = target.pair;
  const { order, linked, wrt } = form.kind === 'functions' ? form : {};
  const told = why.replace(/\bline \d+/g, 'line');
  return JSON.stringify([convention.code, form.kind, open, told, order, linked, wrt]);
}

/** A report whose statements stand on other lines now, in its ranges and in its sentences. */
function moved(
  report: TargetReport,
  before: Remembered['lines'],
  after: Remembered['lines'],
): TargetReport {
  if (before.every(([first], at) => first === after[at][0])) return report;
  const line = (old: number): number => {
    const at = before.findIndex(([first, last]) => first <= old && old <= last);
    const above = at < 0 ? before.findIndex(([first]) => first > old) : at;
    return above < 0 ? old : old + after[above][0] - before[above][0];
  };
  const shift = <R extends Range>(range: R): R => ({
    ...range,
    line: line(range.line),
    endLine: line(range.endLine),
  });
  // What tells of no line stays the same object, which need not be sent or shown again.
  const walk = <T>(part: T): T => {
    if (typeof part === 'string') {
      return part.replace(/\bline (\d+)/g, (_, old: string) => `line ${line(Number(old))}`) as T;
    }
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return each(part, walk) as T;
    const fields = Object.entries(part);
    const walked = fields.map(([key, value]) => [key, walk(value)] as const);
    if ('endLine' in part) return shift(Object.fromEntries(walked) as T & Range);
    const isSame = walked.every(([, value], at) => value === fields[at][1]);
    return isSame ? part : (Object.fromEntries(walked) as T);
  };
  // Numbers are most of a report, and are not looked through.
  const functions = report.functions.map((one) => ({
    ...walk({ ...one, samples: [], parameters: [] }),
    line: line(one.line),
    samples: each(one.samples, (sample) => {
      const origins = walk(sample.origins);
      return origins === sample.origins ? sample : { ...sample, origins };
    }),
    parameters: each(one.parameters, (row) => {
      const reason = walk(row.reason);
      return reason === row.reason ? row : { ...row, reason };
    }),
  }));
  return { functions, problems: walk(report.problems) };
}

/** The items changed; the list itself where none is another one then. */
function each<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.every((item, at) => item === items[at]) ? items : changed;
}
