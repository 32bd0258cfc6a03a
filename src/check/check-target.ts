/**
 * Checks one target: its samples are run, judged and merged. The one place where
 * a run that ended early (an error of the user's, a limit, an unsupported
 * construct) becomes a verdict.
 */
import type { FunctionDefinition, Program } from '../syntax/nodes';
import type { Problem } from '../syntax/problem';
import { defaultLimits, Stop } from '../trace/limits';
import type { Experiment } from './experiment';
import { type AnnotatedPoints, readOptions } from './options';
import type { CheckOptions, SampleReport, Verdict } from './report';
import { type Judged, judgeExperiment, mergeRows, type Row, worstVerdict } from './rows';
import type { Context } from './run';
import { claimExperiment, functionRunner, moduleRunner } from './run-claims';
import { classExperiment, upstreamOf } from './run-class';
import { type FunctionSetup, functionExperiment } from './run-function';
import { guessedShapes, makeSamples, type Sample } from './sample';
import {
  type Claim,
  type ClaimsTarget,
  type ClassTarget,
  type FunctionTarget,
  methodOf,
} from './targets';

/** The outcome of one target, before it becomes a report with ranges and problems. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly reason: string;
  readonly rows: readonly Row[];
  readonly samples: readonly SampleReport[];
  readonly notes: readonly string[];
  /** Where the run ended, for an error of the user's. */
  readonly stop: Stop | null;
  /** The experiment of the first sample, for graph and formula; null when none could be made. */
  readonly experiment: Experiment | null;
  readonly problems: readonly Problem[];
}

export interface Checking {
  readonly context: Context;
  readonly program: Program;
  readonly options: CheckOptions;
}

export function checkFunction(checking: Checking, target: FunctionTarget): Outcome {
  const { program } = checking;
  const { definition, owner } = target;
  const initializer = owner === null ? null : methodOf(owner, '__init__', program);
  const read = (each: FunctionDefinition) => {
    const method = owner !== null;
    const parameters = [
      ...each.parameters.slice(method ? 1 : 0),
      ...(initializer?.parameters.slice(1) ?? []),
    ];
    return parameters;
  };
  const self = owner === null ? null : (definition.parameters[0]?.name ?? 'self');
  const known = (each: FunctionDefinition) => ({
    parameters: read(each).map((parameter) => parameter.name),
    self,
    of: target.name,
  });
  let annotated = readOptions(definition.annotations, known(definition), checking.options);
  const problems: Problem[] = [...annotated.problems];
  let differentiated = target;
  const gradients: { name: string; definition: FunctionDefinition }[] = [];
  if (annotated.options.of !== null) {
    const of = lookUp(program, annotated.options.of, owner);
    if (of === null) return missingFunction(definition, annotated.options.of, 'of', problems);
    // Either function's parameters may be named, and the points of the other one count too.
    const both = [...of.annotations, ...definition.annotations];
    const names = [...known(of).parameters, ...known(definition).parameters];
    annotated = readOptions(both, { parameters: names, self, of: target.name }, checking.options);
    problems.splice(
      0,
      problems.length,
      ...readOptions(
        definition.annotations,
        { parameters: names, self, of: target.name },
        checking.options,
      ).problems,
    );
    differentiated = {
      ...target,
      definition: { ...of, annotations: of.annotations.filter((each) => each.kind !== 'claim') },
    };
    gradients.push({ name: definition.name, definition });
  }
  for (const name of annotated.options.of === null ? annotated.options.gradients : []) {
    const found = lookUp(program, name, owner);
    if (found === null) return missingFunction(definition, name, 'gradient', problems);
    gradients.push({ name, definition: found });
  }
  if (problems.length > 0) return malformed(problems);
  if (annotated.options.skip !== null) return skipped(annotated.options.skip);
  const setup: FunctionSetup = {
    context: checking.context,
    target: differentiated,
    initializer,
    options: annotated.options,
    gradients,
  };
  return checkSamples(
    differentiated.definition.name,
    annotated,
    read(differentiated.definition),
    (sample, integers) => [functionExperiment(setup, sample, integers)],
  );
}

export function checkClass(checking: Checking, target: ClassTarget): Outcome {
  const { program } = checking;
  const initializer = methodOf(target.definition, '__init__', program);
  const parameters = [
    ...(initializer?.parameters.slice(1) ?? []),
    ...target.forward.parameters.slice(1),
  ];
  const annotations = [
    ...target.definition.annotations,
    ...target.forward.annotations,
    ...target.backward.annotations,
  ];
  const self = target.forward.parameters[0]?.name ?? 'self';
  const annotated = readOptions(
    annotations,
    { parameters: parameters.map((each) => each.name), self, of: target.name },
    checking.options,
  );
  if (annotated.problems.length > 0) return malformed(annotated.problems);
  if (annotated.options.skip !== null) return skipped(annotated.options.skip);
  const setup = {
    context: checking.context,
    target,
    initializer,
    options: annotated.options,
    program,
  };
  const upstream = upstreamOf(target.backward, target.forward);
  return checkSamples(target.name, annotated, parameters, (sample, integers) => {
    const first = classExperiment(setup, sample, integers, 'ones');
    const scalar = first.cotangent.length === 1;
    if (!scalar || upstream === null || annotated.options.upstream !== 'auto') return [first];
    // A second, random upstream catches a backward that ignores it.
    return [first, classExperiment(setup, sample, integers, 'random')];
  });
}

/** Checks one claim on an assignment. */
export function checkClaim(checking: Checking, target: ClaimsTarget, claim: Claim): Outcome {
  const { context, program } = checking;
  const name = program.text.slice(claim.annotation.of.span.start, claim.annotation.of.span.end);
  const { definition, owner } = target;
  if (definition === null) {
    const options = readOptions(
      [],
      { parameters: [], self: null, of: name },
      checking.options,
    ).options;
    return attempt(() => {
      const experiment = withIntegers((integers) =>
        claimExperiment(
          context,
          claim,
          moduleRunner(context),
          (frame) => frame.scope.kind === 'module',
          bindingsOf(integers),
        ),
      );
      return finish(name, [experiment], options);
    });
  }
  const initializer = owner === null ? null : methodOf(owner, '__init__', program);
  const parameters = [
    ...definition.parameters.slice(owner === null ? 0 : 1),
    ...(initializer?.parameters.slice(1) ?? []),
  ];
  const self = owner === null ? null : (definition.parameters[0]?.name ?? 'self');
  const annotated = readOptions(
    definition.annotations,
    { parameters: parameters.map((each) => each.name), self, of: definition.name },
    checking.options,
  );
  const qualified = owner === null ? definition.name : `${owner.name}.${definition.name}`;
  return checkSamples(name, annotated, parameters, (sample, integers) => [
    claimExperiment(
      context,
      claim,
      functionRunner(context, { definition, owner }, initializer, sample, annotated.options),
      (frame) => frame.scope.kind === 'function' && frame.scope.name === qualified,
      bindingsOf(integers),
    ),
  ]);
}

/** Claims know their inputs by the order of bindings; a name needed as an integer drops them all. */
function bindingsOf(integers: ReadonlySet<string>): ReadonlySet<number> {
  return integers.size === 0 ? new Set() : new Set(Array.from({ length: 1000 }, (_, at) => at));
}

/** Runs all samples, trying guessed shapes in turn where nothing is known about a parameter. */
function checkSamples(
  name: string,
  annotated: AnnotatedPoints,
  parameters: Parameters<typeof makeSamples>[1],
  make: (sample: Sample, integers: ReadonlySet<string>) => Experiment[],
): Outcome {
  let outcome: Outcome | null = null;
  for (const guess of guessedShapes) {
    const samples = makeSamples(annotated, parameters, guess);
    const inferred = samples[0].inferred;
    const tried = attempt(() => {
      const experiments = samples.flatMap((sample) =>
        withIntegersAll((integers) => make(sample, integers)),
      );
      return finish(name, experiments, annotated.options, inferred);
    });
    if (tried.stop?.kind !== 'error' || inferred.length === 0) return tried;
    outcome ??= tried;
  }
  const inferred = makeSamples(annotated, parameters, [])[0].inferred;
  return {
    ...(outcome as Outcome),
    verdict: 'unsupported',
    code: 'sample',
    reason: `no sample inputs could be worked out: say what ${inferred.join(', ')} ${inferred.length === 1 ? 'is' : 'are'}, for instance \`@gradcheck ${inferred.map((each) => `${each}: (4, 3)`).join(', ')}\` (${outcome?.stop?.message ?? ''})`,
  };
}

function withIntegers(make: (integers: ReadonlySet<string>) => Experiment): Experiment {
  return withIntegersAll((integers) => [make(integers)])[0];
}

/** Runs again with inputs fixed that turned out to be needed as integers. */
function withIntegersAll(make: (integers: ReadonlySet<string>) => Experiment[]): Experiment[] {
  let integers: ReadonlySet<string> = new Set();
  for (;;) {
    const made = make(integers);
    const needed = new Set([...integers, ...made.flatMap((each) => [...each.machine.integers])]);
    if (needed.size === integers.size) {
      if (integers.size === 0) return made;
      const note = `${[...integers].join(', ')}: used as an integer, so not differentiated`;
      return made.map((each) => ({ ...each, notes: [...each.notes, note] }));
    }
    integers = needed;
  }
}

function finish(
  name: string,
  experiments: readonly Experiment[],
  options: AnnotatedPoints['options'],
  inferred: readonly string[] = [],
): Outcome {
  const judged: Judged[] = experiments.map((each) => judgeExperiment(name, each, options));
  const rows = mergeRows(judged);
  const [first] = experiments;
  const unread = first.unread;
  const notes = [...new Set(judged.flatMap((each) => each.notes))];
  if (inferred.length > 0) notes.push(`${inferred.join(', ')}: drawn by GradLens`);
  const verdicts = rows.map((row) => row.report.verdict);
  if (unread.length > 0) verdicts.push('unsupported');
  if (rows.length === 0) verdicts.push('unsupported');
  const verdict = worstVerdict(verdicts);
  const worst = rows.find((row) => row.report.verdict === verdict);
  const empty =
    unread[0]?.reason ??
    'there is nothing to differentiate: no parameter is a real number or a float array';
  return {
    verdict,
    code: worst !== undefined ? worst.report.code : rows.length === 0 ? 'no-input' : 'unread',
    reason: verdict === 'pass' ? passReason(rows) : (worst?.report.reason ?? empty),
    rows,
    samples: judged.map((each) => each.sample),
    notes,
    stop: null,
    experiment: first,
    problems: [],
  };
}

function passReason(rows: readonly Row[]): string {
  const names = [...new Set(rows.map((row) => row.report.name))].join(', ');
  return rows.some((row) => row.report.source !== null)
    ? `analytic, numeric and written agree for ${names}`
    : `analytic and numeric agree for ${names}; no written gradient to compare`;
}

/** Runs a check; a Stop becomes the outcome. */
function attempt(check: () => Outcome): Outcome {
  try {
    return check();
  } catch (stop) {
    const known = stop instanceof Stop ? stop : stackStop(stop);
    if (known === null) throw stop;
    return ended(known.kind, known.code, known.message, known);
  }
}

/** Too deep a nesting of the user's code overflows our own stack: a limit like any other. */
function stackStop(problem: unknown): Stop | null {
  if (!(problem instanceof RangeError) || !/call stack/i.test(problem.message)) return null;
  return new Stop(
    'limit',
    'depth',
    `stopped: calls or expressions nest too deeply (limit ${defaultLimits.depth} calls)`,
    null,
  );
}

function ended(verdict: Verdict, code: string, reason: string, stop: Stop | null): Outcome {
  return {
    verdict,
    code,
    reason,
    rows: [],
    samples: [],
    notes: [],
    stop,
    experiment: null,
    problems: [],
  };
}

function malformed(problems: readonly Problem[]): Outcome {
  return { ...ended('unsupported', 'annotation', problems[0].message, null), problems };
}

function skipped(reason: string): Outcome {
  return ended('unverified', 'skipped', `skipped: ${reason}`, null);
}

function missingFunction(
  definition: FunctionDefinition,
  name: string,
  option: string,
  problems: Problem[],
): Outcome {
  const span = definition.annotations[0]?.span ?? definition.nameSpan;
  const message = `${option}=${name}: there is no function ${name} here`;
  return malformed([...problems, { span, code: 'annotation', severity: 'error', message }]);
}

/** A function of the module, or a method of the same class. */
function lookUp(
  program: Program,
  name: string,
  owner: FunctionTarget['owner'],
): FunctionDefinition | null {
  const last = name.split('.').pop() ?? name;
  if (owner !== null) {
    const method = methodOf(owner, last, program);
    if (method !== null) return method;
  }
  const found = program.body.findLast(
    (each) => each.kind === 'function' && each.definition.name === name,
  );
  return found?.kind === 'function' ? found.definition : null;
}
