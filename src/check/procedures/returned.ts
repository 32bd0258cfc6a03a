/**
 * One function that returns its value and, with it, a function from cotangent to
 * gradients: `return y, vjp`, also under `tf.custom_gradient`. Its parameters are the
 * function's own.
 */
import type { Parameter } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import { stopUnknown } from '../../trace/convert';
import { getMember } from '../../trace/members';
import { tuple, type Value } from '../../trace/values';
import { isStatic } from '../detect/guards';
import type { Input } from '../experiment';
import { usedNames } from '../needed';
import { jsonValue } from '../plain';
import {
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
import { isPartOf, readByArgument, realItems } from './by-argument';
import type { FormSetup } from './context';
import { makeReceiver, replaceAttributes } from './objects';
import type { Procedure, Recorded } from './procedure';

export function returnedProcedure(setup: FormSetup<'returned'>): Procedure {
  const { context, options, pair, form, initializer } = setup;
  const { owner } = pair;
  const { definition } = form;
  const { span } = definition;
  const names = new Set(
    owner === null
      ? usedNames({ kind: 'function', definition, span })
      : usedNames({ kind: 'class', definition: owner, span }),
  );
  names.add(owner?.name ?? definition.name);
  const made = initializer?.parameters.slice(1) ?? [];
  return {
    context,
    options,
    name: pair.name,
    names,
    parameters: [...made, ...ownParameters(definition, takesReceiver(setup))],
    bodies: [definition, ...(initializer === null ? [] : [initializer])],
    owner,
    byArgument: true,
    upstream: 'required',
    claimed: false,
    record: (run, making) => record(setup, run, making),
  };
}

function takesReceiver({ pair, form }: FormSetup<'returned'>): boolean {
  return pair.owner !== null && !isStatic(form.definition);
}

function record(setup: FormSetup<'returned'>, run: Run, making: Making): Recorded {
  const { pair, form, initializer } = setup;
  const { owner } = pair;
  const { definition } = form;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const receiver = owner === null ? null : makeReceiver(run, making, owner, initializer, place);
  const found =
    receiver === null
      ? findFunction(run, definition.name, place)
      : getMember(machine, receiver, definition.name, place);
  const maker = inputMaker(run, making);
  const parameters = ownParameters(definition, takesReceiver(setup));
  const given = makeArguments(run, making, maker, parameters);
  replaceAttributes(run, making, maker, receiver, definition.parameters[0]?.name ?? 'self');
  const at = Object.fromEntries([...given].map(([name, each]) => [name, jsonValue(machine, each)]));
  const { positional, keywords } = spreadArguments(parameters, given);
  machine.draws.length = 0;
  machine.seeded = false;
  const result = callFunction(machine, undecorated(found), positional, keywords, place);
  if (result.kind === 'unknown') stopUnknown(machine, result);
  const closure = result.kind === 'tuple' ? result.items.at(-1) : undefined;
  if (result.kind !== 'tuple' || closure === undefined || !isCallable(closure)) {
    return machine.refuse(`${pair.name} does not return a value and a function`, place);
  }
  const values = result.items.slice(0, -1);
  const value = values.length === 1 ? values[0] : tuple(values);
  const wanted = realItems(value);
  const output = numericOutput(run, value, pair.name, wanted);
  machine.draws.length = 0;
  return {
    run,
    inputs: maker.inputs,
    output: { ...output, note: null },
    at,
    claims: () => ({ written: [], unread: [] }),
    write: (cotangent) => {
      const cotangents = cotangentValues(run, output, cotangent);
      const separate = cotangents.length === 1 || takes(closure) >= cotangents.length;
      const upstream = separate ? cotangents : [tuple(cotangents)];
      const gradients = callFunction(machine, closure, upstream, new Map(), place);
      const passed = parameters.filter((each) => given.has(each.name));
      return readByArgument({
        machine,
        result: gradients,
        parameters: countOf(gradients) === passed.length ? passed : real(passed, maker.inputs),
        given,
        inputs: maker.inputs,
        forward: pair.name,
        source: closureName(closure),
        span: definition.nameSpan,
        strict: false,
        reduces: false,
      });
    },
  };
}

/** The function under a decorator that makes its first result what it returns. */
function undecorated(value: Value): Value {
  const wrapped = value.kind === 'library' && value.id === 'autograd.first';
  return wrapped && value.receiver !== null ? value.receiver : value;
}

function isCallable({ kind }: Value): boolean {
  return kind === 'function' || kind === 'method' || kind === 'library';
}

/** How many cotangents a closure can take. */
function takes(closure: Value): number {
  if (closure.kind !== 'function') return 1;
  const { parameters } = closure.compiled.definition;
  if (parameters.some((each) => each.kind === 'rest')) return Number.POSITIVE_INFINITY;
  return parameters.filter((each) => each.kind === 'positional').length;
}

function closureName(closure: Value): string {
  return closure.kind === 'function' && /^\w+$/.test(closure.compiled.definition.name)
    ? closure.compiled.definition.name
    : 'the returned function';
}

function countOf(result: Value): number {
  return result.kind === 'tuple' || result.kind === 'list' ? result.items.length : 1;
}

/** The parameters that hold something differentiated: gradients of those alone may be returned. */
function real(parameters: readonly Parameter[], inputs: readonly Input[]): readonly Parameter[] {
  return parameters.filter(({ name }) => inputs.some((each) => isPartOf(each.name, name)));
}
