/**
 * Checks one target: reads its annotations, finds its written gradients, and says
 * which experiments to run.
 */
import type { ClassDefinition, FunctionDefinition, Program } from '../syntax/nodes';
import type { Problem } from '../syntax/problem';
import { checkSamples } from './check-samples';
import type { Way } from './conventions/reconsider';
import { settle } from './conventions/settle';
import { unclippedContext } from './conventions/unclipped';
import { definitionOf, methodAnywhere, otherMethods, recordInitializer } from './definitions';
import { isSkeleton } from './detect/guards';
import { namesItsDerivatives, speaksOfGradients } from './detect/vocabulary';
import type { Pairing } from './inference/question';
import { type AnnotatedPoints, readOptions } from './options';
import {
  isProven,
  malformed,
  missingFunction,
  type Outcome,
  type Subject,
  skipped,
  stub,
  unfilled,
} from './outcome';
import { functionProcedure } from './procedures/functions';
import { objectProcedure } from './procedures/object';
import { experimentsOf, firstExperiment, type Procedure } from './procedures/procedure';
import { upstreamNames } from './procedures/roles';
import type { CheckOptions } from './report';
import type { Context } from './run';
import { type ClassTarget, type FunctionTarget, methodOf } from './targets';

export interface Checking {
  readonly context: Context;
  readonly program: Program;
  readonly options: CheckOptions;
}

export function checkFunction(checking: Checking, target: FunctionTarget): Outcome {
  const { program } = checking;
  const { definition, owner } = target;
  const initializer = owner === null ? null : initializerOf(checking, owner);
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
  const functions = program.body.flatMap((each) =>
    each.kind === 'function' ? [each.definition.name] : [],
  );
  let annotated = readOptions(definition.annotations, known(definition), checking.options);
  const problems: Problem[] = [...annotated.problems];
  let differentiated = target;
  const gradients: { name: string; definition: FunctionDefinition }[] = [];
  if (annotated.options.of !== null) {
    const of = lookUp(checking, definition, annotated.options.of, owner);
    if (of === null) {
      return missingFunction(definition, annotated.options.of, 'of', problems, functions);
    }
    // Either function's parameters may be named, and the points of the other one count too.
    const both = [...of.annotations, ...definition.annotations];
    const names = [...known(of).parameters, ...known(definition).parameters];
    annotated = renamed(
      readOptions(both, { parameters: names, self, of: target.name }, checking.options),
      ownNames(known(definition).parameters, known(of).parameters),
    );
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
    const found = lookUp(checking, definition, name, owner);
    if (found === null) return missingFunction(definition, name, 'gradient', problems, functions);
    gradients.push({ name, definition: found });
  }
  const wrong = malformed(definition.annotations, problems);
  if (wrong !== null) return wrong;
  if (annotated.options.skip !== null) return skipped(annotated.options.skip);
  const procedure = functionProcedure({
    context: checking.context,
    target: differentiated,
    initializer,
    options: annotated.options,
    gradients,
    linked: false,
  });
  const subject = { name: differentiated.definition.name, path: program.path };
  return checkProcedure(subject, annotated, procedure);
}

/**
 * Checks what a procedure runs, at the annotated points or at ones that are worked out. Of a
 * pair something written must be read for a sample to suit.
 */
export function checkProcedure(
  subject: Subject,
  annotated: AnnotatedPoints,
  procedure: Procedure,
  pairing: Pairing = 'none',
): Outcome {
  const { context, parameters, bodies, owner } = procedure;
  return checkSamples(
    subject,
    annotated,
    {
      context,
      program: context.compiled.program,
      parameters,
      bodies: [...bodies, ...otherMethods(owner, bodies)],
      checked: bodies.filter(({ name }) => name !== '__init__'),
      owner,
      byArgument: procedure.byArgument === true,
      wrt: procedure.options.wrt,
      pairing,
    },
    (sample, integers, only) => experimentsOf(procedure, sample, integers, only),
    (sample, integers) => firstExperiment(procedure, sample, integers),
  );
}

export function checkClass(checking: Checking, target: ClassTarget): Outcome {
  const { program } = checking;
  const initializer = initializerOf(checking, target.definition);
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
  const wrong = malformed(annotations, annotated.problems);
  if (wrong !== null) return wrong;
  if (annotated.options.skip !== null) return skipped(annotated.options.skip);
  const setup = { context: checking.context, target, initializer, options: annotated.options };
  const procedure = objectProcedure(setup);
  const variant = (way: Way) => {
    const bare =
      'unclipped' in way ? unclippedContext(checking.context, target.backward.span) : null;
    return bare === null ? null : objectProcedure({ ...setup, context: bare });
  };
  const subject = { name: target.name, path: program.path };
  const outcome = checkProcedure(subject, annotated, procedure, 'sure');
  if (target.annotated) return outcome;
  if (isSkeleton(target.backward) && !isProven(outcome)) return stub(target.backward.name);
  const [empty] = outcome.experiment?.empty ?? [];
  if (empty !== undefined && isProven(outcome)) {
    return unfilled(outcome, target.backward.name, empty.slot, empty.input);
  }
  const speaks =
    speaksOfGradients(program, target.backward) ||
    namesItsDerivatives(program, target.forward, target.backward);
  const open = speaks ? 'nothing' : 'shape';
  return settle({ subject, outcome, procedure, variant, open, speaks });
}

/** What the parameters of a written gradient are called in the function that it belongs to. */
function ownNames(own: readonly string[], of: readonly string[]): ReadonlyMap<string, string> {
  const plain = own.filter((name) => of.includes(name) || !upstreamNames.test(name));
  const pairs = plain.map((name, at): [string, string] => [
    name,
    of.includes(name) ? name : (of[at] ?? name),
  ]);
  return new Map(pairs);
}

function renamed(annotated: AnnotatedPoints, names: ReadonlyMap<string, string>): AnnotatedPoints {
  const rename = (name: string): string => {
    const [head, ...rest] = name.split('.');
    return [names.get(head) ?? head, ...rest].join('.');
  };
  const { points, options } = annotated;
  return {
    ...annotated,
    points: points.map((items) => items.map((item) => ({ ...item, name: rename(item.name) }))),
    options: { ...options, wrt: options.wrt?.map(rename) ?? null },
  };
}

/** The constructor of a class, its own or that of a base in any file. */
export function initializerOf(
  { context, program }: Checking,
  type: ClassDefinition,
): FunctionDefinition | null {
  return (
    methodAnywhere(context.modules, program, type, '__init__') ?? recordInitializer(program, type)
  );
}

/**
 * A function of the module, or a method of the same class. One that is imported
 * has the name that it has here, and stands where `user`, who names it, does.
 */
function lookUp(
  { context, program }: Checking,
  user: FunctionDefinition,
  name: string,
  owner: FunctionTarget['owner'],
): FunctionDefinition | null {
  const last = name.split('.').pop() ?? name;
  if (owner !== null) {
    const method = methodOf(owner, last, program);
    if (method !== null) return method;
  }
  const found = definitionOf(context.modules, program, name);
  if (found?.statement.kind !== 'function') return null;
  const { definition } = found.statement;
  if (found.program === program) return definition;
  return { ...definition, name, nameSpan: user.nameSpan, span: user.span, annotations: [] };
}
