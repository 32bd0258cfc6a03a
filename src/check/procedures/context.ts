/**
 * Static methods that share a context: forward is called with a fresh one and the
 * sample's arguments, backward with the same one and a cotangent for each output.
 * Its parameters are those of forward without the context.
 */
import type { Place } from '../../engine/graph';
import type { ClassDefinition, FunctionDefinition, Parameter, Program } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import { stopUnknown } from '../../trace/convert';
import { makeContext } from '../../trace/library/autograd';
import { getMember, inherited } from '../../trace/members';
import { boundIn } from '../../trace/program';
import { none, tuple, type Value } from '../../trace/values';
import { type Form, halvesOf, type Pair } from '../detect/pair';
import { speaksOfBroadcasting } from '../detect/vocabulary';
import { usedNames } from '../needed';
import type { TargetOptions } from '../options';
import { jsonValue } from '../plain';
import {
  type Context,
  cotangentValues,
  findFunction,
  inputMaker,
  type Making,
  makeArguments,
  numericOutput,
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import { readByArgument, realItems } from './by-argument';
import type { Procedure, Recorded } from './procedure';

/** What the procedure of a form is made from. */
export interface FormSetup<K extends Form['kind']> {
  readonly context: Context;
  readonly pair: Pair;
  readonly form: Extract<Form, { kind: K }>;
  /** The constructor of the class that holds it. */
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
}

/** Classes of the file whose objects serve as the context, when there is one. */
const contextClasses = ['Context', 'Ctx', 'FunctionCtx', 'FunctionContext'];

export function contextProcedure(setup: FormSetup<'context'>): Procedure {
  const { context, options, pair, form } = setup;
  const { owner } = pair;
  const names = new Set(contextClasses);
  if (owner !== null) {
    for (const name of usedNames({ kind: 'class', definition: owner, span: owner.span })) {
      names.add(name);
    }
    names.add(owner.name);
  }
  return {
    context,
    options,
    name: pair.name,
    names,
    parameters: parametersOf(form),
    bodies: halvesOf(form),
    owner: null,
    byArgument: true,
    broadcasts: speaksOfBroadcasting(context.compiled.program),
    upstream: 'required',
    claimed: false,
    record: (run, making) => record(setup, run, making),
  };
}

/** Forward's own; where a method fills the context, forward does not take it. */
function parametersOf({
  forward,
  setup,
}: Extract<Form, { kind: 'context' }>): readonly Parameter[] {
  return ownParameters(forward, setup === null);
}

function record(setup: FormSetup<'context'>, run: Run, making: Making): Recorded {
  const { pair, form } = setup;
  const { owner } = pair;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...form.forward.nameSpan };
  const type = findFunction(run, owner?.name ?? pair.name, place);
  const call = (name: string, values: readonly Value[], keywords = new Map<string, Value>()) =>
    callFunction(machine, getMember(machine, type, name, place), values, keywords, place);
  const maker = inputMaker(run, making);
  const parameters = parametersOf(form);
  const given = makeArguments(run, making, maker, parameters);
  const at = Object.fromEntries([...given].map(([name, each]) => [name, jsonValue(machine, each)]));
  const { positional, keywords } = spreadArguments(parameters, given);
  const shared = freshContext(run, type, positional, place);
  machine.draws.length = 0;
  machine.seeded = false;
  const takes = form.setup === null ? [shared] : [];
  const result = call(form.forward.name, [...takes, ...positional], keywords);
  if (result.kind === 'unknown') stopUnknown(machine, result);
  if (form.setup !== null) {
    call(form.setup.name, [shared, tuple(allArguments(parameters, given)), result]);
  }
  const wanted = realItems(result);
  const output = numericOutput(run, result, `${pair.name}.${form.forward.name}`, wanted);
  // What forward drew is kept by the context; backward must not draw again.
  machine.draws.length = 0;
  return {
    run,
    inputs: maker.inputs,
    output: { ...output, note: null },
    at,
    claims: () => ({ written: [], unread: [] }),
    write: (cotangent) => {
      const cotangents = cotangentValues(run, output, cotangent);
      const upstream = output.items.map((_, item) => cotangents[wanted.indexOf(item)] ?? none);
      return readByArgument({
        machine,
        result: call(form.written.name, [shared, ...upstream]),
        parameters,
        given,
        inputs: maker.inputs,
        forward: form.forward.name,
        source: form.written.name,
        span: form.written.nameSpan,
        strict: true,
        reduces: isFromElsewhere(owner, setup.context.compiled.program),
      });
    },
  };
}

function allArguments(
  parameters: readonly Parameter[],
  given: ReadonlyMap<string, Value>,
): readonly Value[] {
  return parameters.flatMap(({ name }) => given.get(name) ?? []);
}

/**
 * The object that forward and backward share: one of the class itself or of the file's own
 * class of contexts where a home-made framework has one, else a context like torch's.
 */
function freshContext(run: Run, type: Value, values: readonly Value[], place: Place): Value {
  const { machine } = run;
  const none = new Map<string, Value>();
  if (type.kind === 'class' && inherited(type, 'save_for_backward') !== null) {
    return callFunction(
      machine,
      type,
      inherited(type, '__init__') === null ? [] : values,
      none,
      place,
    );
  }
  for (const name of contextClasses) {
    const found = boundIn(run.frame, name);
    if (found?.kind === 'class' && !found.open)
      return callFunction(machine, found, [], none, place);
  }
  return makeContext('ctx', values, place);
}

/** The class extends one of a library, whose engine sums gradients to the shape of their argument. */
function isFromElsewhere(owner: ClassDefinition | null, program: Program): boolean {
  const bases = owner?.bases ?? [];
  return bases.some(
    (base) =>
      base.kind !== 'name' ||
      !program.body.some((each) => each.kind === 'class' && each.definition.name === base.name),
  );
}
