/**
 * The core's one front door: text in, report out. Grammars are read through the
 * function that the door (editor, terminal, test) hands in, and so is the clock; nothing
 * here touches files.
 */
import { type LanguageFrontEnd, languageOf, loadLanguages } from '../languages';
import type { Program } from '../syntax/nodes';
import { defaultLimits, type Limits } from '../trace/limits';
import { curveReport } from './curve';
import type { CurveRange, CurveReport } from './curve-report';
import { everyTarget, targetNamed } from './every-target';
import { explainTarget, type Wanted } from './explain/target';
import type { ExplainReport } from './explain-report';
import { graphReport } from './graph';
import type { GraphReport, Moved } from './graph-report';
import { type Files, missingPaths } from './modules';
import { checkOne, type Opened, openProgram, type Part } from './opened';
import { pointEdits, type TextEdit } from './point-edits';
import { Memory, type TargetReport } from './remember';
import {
  type CheckOptions,
  defaultOptions,
  type FileReport,
  type FunctionReport,
  type JsonArray,
  type ProblemReport,
  type Range,
} from './report';
import { outcomeAt, Shown } from './shown';
import { findTargets } from './targets';
import { explain, whyNames } from './why';
import type { WhyReport } from './why-report';

export interface Source {
  /** As the user knows the file; also decides the language by its ending. */
  readonly path: string;
  readonly text: string;
  /** The language id of the editor (`python`), where the path does not tell. */
  readonly language?: string;
  /** The files that it imports, by path, as far as the door has looked for them; null: there is none. */
  readonly modules?: Files;
  /** The highest folder in which modules are looked for, in the form of `path`; the file's own by default. */
  readonly root?: string;
}

/** Nobody waits for the report any more. */
export class GivenUp extends Error {}

export interface Checker {
  /**
   * Checks every target of a file. Never throws for user code. `isGivenUp` is asked before each
   * target: where it says so, `GivenUp` is thrown, and what was found so far is remembered.
   */
  check(source: Source, options: CheckOptions, isGivenUp?: () => boolean): FileReport;
  /**
   * Checks the one function, annotated or not, whose definition holds `offset`
   * (UTF-16) — the innermost; null when no function is there.
   */
  checkAt(source: Source, options: CheckOptions, offset: number): FileReport | null;
  /**
   * Checks a target by its qualified name where inputs have the values `at`, as far as they have its
   * sizes; null when there is no such target.
   */
  checkPoint(source: Source, options: CheckOptions, name: string, at: Moved): FileReport | null;
  /**
   * The op graph of a target by its qualified name; null when there is no such
   * target. Functions without annotation count too. `moved` gives inputs other values,
   * as far as they have its sizes.
   */
  graph(source: Source, options: CheckOptions, name: string, moved?: Moved): GraphReport | null;
  /** A target along one entry of an input; null when there is no such target or entry. */
  curve(
    source: Source,
    options: CheckOptions,
    name: string,
    moved: Moved,
    range: CurveRange,
  ): CurveReport | null;
  /**
   * The edits that write values of inputs into the annotation of a target; null where they
   * cannot be written.
   */
  pointEdits(
    source: Source,
    options: CheckOptions,
    name: string,
    at: Readonly<Record<string, JsonArray>>,
  ): readonly TextEdit[] | null;
  /**
   * Why something is a target or not and how its sample came about, by qualified name, or
   * for the innermost definition that holds an offset; null when there is none.
   */
  why(source: Source, options: CheckOptions, which: string | number): WhyReport | null;
  /** The names of what a `check` looks at, found without running any of it. */
  found(source: Source, options: CheckOptions): readonly { name: string; range: Range }[];
  /**
   * The whole reasoning behind the verdict of a target by its qualified name, or of one of its
   * inputs; null when there is no such target. Functions without annotation count too.
   */
  explain(
    source: Source,
    options: CheckOptions,
    name: string,
    wanted: Wanted | null,
  ): ExplainReport | null;
  /** All names that `why` answers for. */
  names(source: Source, options: CheckOptions): readonly string[];
  /** Qualified names of all functions and classes with what to pick from a list. */
  targets(source: Source): readonly { name: string; line: number; annotated: boolean }[];
  /**
   * The paths that may hold what the source imports and that are not in its
   * `modules` yet: the door loads them and asks again, until none is left. With
   * `options`, those of a `check` with them: none where nothing is to be checked.
   */
  missing(source: Source, options: CheckOptions | null): readonly string[];
}

/** Reads a grammar or runtime file (`tree-sitter-python.wasm`) that ships beside the bundle. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/**
 * `limits` bounds each run of the user's code; a run beyond them ends with the verdict `limit`.
 * So does a target that takes too long by `now`, which gives milliseconds.
 */
export async function createChecker(
  readAsset: ReadAsset,
  limits: Limits = defaultLimits,
  now: (() => number) | null = null,
): Promise<Checker> {
  const languages = await loadLanguages(readAsset);
  const parsers = new Map(languages.map((front) => [front, rememberParsed(front)]));
  const frontOf = (source: Source) => {
    const front = languageOf(languages, source.path, source.language) ?? languages[0];
    return { front, parse: parsers.get(front) ?? front.parse };
  };
  const memory = new Memory();
  const shown = new Shown();
  const open = (source: Source, options: CheckOptions): Opened => {
    const { front, parse } = frontOf(source);
    return openProgram(front, parse, source, options, limits, now);
  };
  const show = (source: Source, options: CheckOptions, name: string) =>
    shown.find(source, options, name, () => {
      const opened = open(source, options);
      const target = targetNamed(opened, options, name);
      if (target === null) return null;
      const [{ outcome }] = checkOne(opened, target);
      return { program: opened.program, outcome };
    });
  return {
    missing: (source, options) => {
      const { front, parse } = frontOf(source);
      if (options !== null) {
        const { targets } = findTargets(parse(source.path, source.text), options);
        if (targets.length === 0) return [];
      }
      return missingPaths(front, source, parse);
    },
    check: (source, options, isGivenUp) => {
      const opened = open(source, options);
      const { targets, problems } = findTargets(opened.program, options);
      const isKept = () => opened.clock?.isOver !== true;
      const reports = memory.reports(source, opened.program, options, targets, isKept, (target) => {
        if (isGivenUp?.()) throw new GivenUp();
        const parts = checkOne(opened, target).filter(
          ({ outcome }) => outcome.noPair === undefined,
        );
        const alone = target.kind === 'pair' && parts.length === 0 ? target.alone : null;
        return targetReport(opened, alone === null ? parts : checkOne(opened, alone));
      });
      return fileReport(opened, reports, problems);
    },
    checkAt: (source, options, offset) => {
      const opened = open(source, options);
      const around = everyTarget(opened, options).filter(
        ({ span }) => span.start <= offset && offset <= span.end,
      );
      if (around.length === 0) return null;
      const width = Math.min(...around.map(({ span }) => span.end - span.start));
      const innermost = around.filter(({ span }) => span.end - span.start === width);
      const parts = innermost.flatMap(({ target }) => checkOne(opened, target));
      return fileReport(opened, [targetReport(opened, parts)], []);
    },
    checkPoint: (source, options, name, at) => {
      const opened = open(source, options);
      const target = targetNamed(opened, options, name);
      if (target === null) return null;
      const parts = checkOne(opened, target)
        .filter(({ described }) => described.name === name)
        .map((part) => ({ ...part, outcome: outcomeAt(part.outcome, at) }));
      return fileReport(opened, [targetReport(opened, parts)], []);
    },
    graph: (source, options, name, moved = {}) => {
      const found = show(source, options, name);
      return found && graphReport(found.program, name, outcomeAt(found.outcome, moved));
    },
    curve: (source, options, name, moved, range) => {
      const found = show(source, options, name);
      return found && curveReport(outcomeAt(found.outcome, moved), range, options.rtol);
    },
    pointEdits: (source, options, name, at) => {
      const opened = open(source, options);
      const target = targetNamed(opened, options, name);
      const { comment } = frontOf(source).front;
      return target === null ? null : pointEdits(opened.program, target, comment, at);
    },
    why: (source, options, which) => explain(open(source, options), options, which),
    explain: (source, options, name, wanted) => {
      const opened = open(source, options);
      const target = targetNamed(opened, options, name);
      if (target === null) return null;
      const [part] = checkOne(opened, target);
      return explainTarget(opened, part, explain(opened, options, name), wanted);
    },
    names: (source, options) => whyNames(open(source, options), options),
    found: (source, options) => {
      const { program, assembler } = open(source, options);
      const named = findTargets(program, options).targets.flatMap((target) => {
        if (target.kind === 'claims') {
          return target.claims.map(({ name, nameSpan }) => ({ name, nameSpan }));
        }
        const { nameSpan } = target.kind === 'pair' ? target.pair : target.definition;
        return [{ name: target.name, nameSpan }];
      });
      return named
        .map(({ name, nameSpan }) => ({ name, range: assembler.range(nameSpan) }))
        .sort((a, b) => a.range.line - b.range.line);
    },
    targets: (source) => {
      const opened = open(source, defaultOptions);
      return everyTarget(opened, defaultOptions).flatMap(({ target }) => {
        if (target.kind !== 'claims') {
          const span = target.kind === 'pair' ? target.pair.nameSpan : target.definition.nameSpan;
          return [
            {
              name: target.name,
              line: opened.assembler.range(span).line,
              annotated: target.annotated,
            },
          ];
        }
        return target.claims.map((claim) => ({
          name: claim.name,
          line: opened.assembler.range(claim.nameSpan).line,
          annotated: true,
        }));
      });
    },
  };
}

const mostRemembered = 500;

/** Files are parsed anew only when they change: many files import the same few. */
function rememberParsed(front: LanguageFrontEnd): LanguageFrontEnd['parse'] {
  const known = new Map<string, Program>();
  return (path, text) => {
    const before = known.get(path);
    if (before?.text === text) return before;
    const program = front.parse(path, text);
    if (known.size >= mostRemembered) known.clear();
    known.set(path, program);
    return program;
  };
}

function targetReport({ assembler }: Opened, parts: readonly Part[]): TargetReport {
  return {
    functions: parts.map(({ described, outcome }) => assembler.function(described, outcome)),
    problems: parts.flatMap(({ described, outcome }) => assembler.problems(described, outcome)),
  };
}

function fileReport(
  opened: Opened,
  reports: readonly TargetReport[],
  found: readonly {
    readonly span: { start: number; end: number };
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'information';
    readonly message: string;
  }[],
): FileReport {
  const { assembler, program } = opened;
  const functions: FunctionReport[] = reports.flatMap((each) => each.functions);
  const problems: ProblemReport[] = [
    ...[...program.problems, ...found].map((each) => assembler.problem(each, [])),
    ...reports.flatMap((each) => each.problems),
  ];
  functions.sort((a, b) => a.line - b.line);
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { path: program.path, functions, problems };
}
