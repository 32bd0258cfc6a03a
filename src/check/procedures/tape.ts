/**
 * An operation of a class of numbers that keeps a closure: it is called on new numbers of
 * the class, then its result is given the cotangent as its gradient and the closure is
 * called; what it adds to the gradients of the numbers is what is written.
 * Its parameters are those of the operation, `self` among them: the sample gives the data
 * of the numbers (`self` for `self.data`), and bodies have the operation as a function of
 * plain numbers, so that a sample is worked out as for any other function.
 */
import type { Place } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { FunctionDefinition, Parameter } from '../../syntax/nodes';
import { arrayOf } from '../../trace/arrays';
import { callFunction } from '../../trace/call';
import { stopUnknown } from '../../trace/convert';
import { getMember } from '../../trace/members';
import { bool, float, type InstanceValue, none, text, tuple, type Value } from '../../trace/values';
import { statementsOf } from '../detect/guards';
import { mentionsNested, plainOperation, tapeClass, tapeParameters } from '../detect/tape-parts';
import { speaksOfBroadcasting } from '../detect/vocabulary';
import type { InputMaker } from '../experiment';
import { flatten } from '../flatten';
import { usedNames } from '../needed';
import { jsonValue } from '../plain';
import {
  cotangentValues,
  findFunction,
  inputMaker,
  type Making,
  makeArguments,
  numericOutput,
  type Run,
} from '../run';
import type { FormSetup } from './context';
import { makeReceiver } from './objects';
import type { Procedure, Recorded, WrittenRead } from './procedure';

type Setup = FormSetup<'tape'>;

/** What each gradient holds before the closure runs: the share of an earlier use of the number. */
const earlierShare = 1;

export function tapeProcedure(setup: Setup): Procedure {
  const { context, options, pair, form } = setup;
  const { definition } = form;
  const { owner } = pair;
  const className = tapeClass(definition, owner);
  const names = new Set([owner?.name ?? definition.name, className ?? '']);
  const used =
    owner === null
      ? usedNames({ kind: 'function', definition, span: definition.span })
      : usedNames({ kind: 'class', definition: owner, span: owner.span });
  for (const name of used) names.add(name);
  return {
    context,
    options,
    name: pair.name,
    names,
    parameters: sampled(setup),
    bodies: [plainOperation(form, className, context.compiled.program), ...closuresOf(definition)],
    owner: null,
    byArgument: true,
    broadcasts: speaksOfBroadcasting(context.compiled.program),
    upstream: 'required',
    claimed: false,
    record: (run, making) => record(setup, run, making),
  };
}

/** The functions inside an operation, which see its parameters. */
function closuresOf({ body, parameters }: FunctionDefinition): FunctionDefinition[] {
  return statementsOf(body).flatMap((each) =>
    each.kind === 'function' ? [{ ...each.definition, parameters }] : [],
  );
}

/** The receiver is made by its constructor where it is no number of the tape. */
function sampled({ pair, form }: Setup): Parameter[] {
  const [first, ...others] = form.definition.parameters;
  const numbers = tapeParameters(form);
  const skips = pair.owner !== null && first !== undefined && !numbers.includes(first);
  return skips || first === undefined ? others : [first, ...others];
}

/** A number of the tape that is an argument of the operation. */
interface TapeNumber {
  readonly object: InstanceValue;
  /** Its place among the inputs. */
  readonly input: number;
}

function record(setup: Setup, run: Run, making: Making): Recorded {
  const { pair, form, initializer } = setup;
  const { definition, data } = form;
  const { owner } = pair;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const maker = inputMaker(run, making);
  const parameters = sampled(setup);
  const given = makeArguments(run, making, null, parameters);
  const at: Record<string, ReturnType<typeof jsonValue>> = {};
  const numbers: TapeNumber[] = [];
  const kinds = new Set(tapeParameters(form).map((each) => each.name));
  const values = parameters.flatMap(({ name }): { name: string; value: Value }[] => {
    const value = given.get(name);
    if (value === undefined) return [];
    const shown = kinds.has(name) ? `${name}.${data}` : name;
    at[shown] = jsonValue(machine, value);
    if (!kinds.has(name)) return [{ name, value }];
    return [{ name, value: makeNumber(setup, run, maker, shown, value, numbers, place) }];
  });
  const isMethod = owner !== null && parameters[0] === definition.parameters[0];
  const receiver = isMethod
    ? values.shift()?.value
    : owner === null
      ? undefined
      : makeReceiver(run, making, owner, initializer, place);
  const callee =
    receiver === undefined
      ? findFunction(run, definition.name, place)
      : getMember(machine, receiver, definition.name, place);
  machine.draws.length = 0;
  machine.seeded = false;
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  for (const { name, value } of values) {
    const keyword = parameters.find((each) => each.name === name)?.kind === 'keywordOnly';
    const isRest = parameters.find((each) => each.name === name)?.kind === 'rest';
    if (isRest && value.kind === 'tuple') positional.push(...value.items);
    else if (keyword) keywords.set(name, value);
    else positional.push(value);
  }
  const result = callFunction(machine, callee, positional, keywords, place);
  if (result.kind === 'unknown') stopUnknown(machine, result);
  if (result.kind !== 'instance') {
    return machine.refuse(`${pair.name} does not return an object that holds a number`, place);
  }
  const output = numericOutput(run, getMember(machine, result, data, place), pair.name);
  machine.draws.length = 0;
  return {
    run,
    inputs: maker.inputs,
    output,
    at,
    claims: () => ({ written: [], unread: [] }),
    write: (cotangent) => {
      const [upstream] = cotangentValues(run, output, cotangent);
      return sweep(setup, run, { numbers, result, receiver, upstream, maker, place });
    },
  };
}

/** A new object of the class that holds a differentiated input. */
function makeNumber(
  setup: Setup,
  run: Run,
  maker: InputMaker,
  name: string,
  value: Value,
  numbers: TapeNumber[],
  place: Place,
): Value {
  if (value.kind === 'list' || value.kind === 'tuple') {
    const items = value.items.map((each, at) =>
      makeNumber(setup, run, maker, `${name}[${at}]`, each, numbers, place),
    );
    return { kind: value.kind, items };
  }
  const input = maker.inputs.length;
  const made = construct(setup, run, maker.make(name, value), place);
  if (made.kind === 'instance' && maker.inputs.length > input)
    numbers.push({ object: made, input });
  return made;
}

/** Calls the class with its data; what else it needs is empty, and gradients are wanted. */
function construct({ pair, form }: Setup, run: Run, value: Value, place: Place): Value {
  const { machine } = run;
  const name = tapeClass(form.definition, pair.owner) ?? '';
  const type = findFunction(run, name, place);
  const initializer = type.kind === 'class' ? type.attributes.get('__init__') : undefined;
  const own =
    initializer?.kind === 'function' ? initializer.compiled.definition.parameters.slice(2) : [];
  const keywords = new Map<string, Value>();
  for (const parameter of own) {
    if (parameter.kind === 'rest' || parameter.kind === 'keywordRest') continue;
    if (/^_?requires?_grad$/.test(parameter.name)) keywords.set(parameter.name, bool(true));
    else if (parameter.default === null) keywords.set(parameter.name, emptyFor(parameter.name));
  }
  return callFunction(machine, type, [value], keywords, place);
}

function emptyFor(name: string): Value {
  if (/op|label|name/.test(name)) return text('');
  return /child|parent|prev|dep|src/.test(name) ? tuple([]) : none;
}

interface Swept {
  readonly numbers: readonly TapeNumber[];
  readonly result: InstanceValue;
  readonly receiver: Value | undefined;
  readonly upstream: Value;
  readonly maker: InputMaker;
  readonly place: Place;
}

/** Sets the gradient of the result, runs the closure, and reads what it added. */
function sweep(setup: Setup, run: Run, swept: Swept): WrittenRead {
  const { definition, data, gradient, closure } = setup.form;
  const { machine } = run;
  const { numbers, result, receiver, upstream, maker, place } = swept;
  const adds = statementsOf(definition.body).some(
    (each) => each.kind === 'function' && augments(each.definition, gradient),
  );
  const before = numbers.map(({ object, input }) => {
    const value = object.attributes.get(gradient);
    if (!adds && !isReal(value)) return 0;
    const array = value?.kind === 'array' || !isReal(value);
    const { shape } = maker.inputs[input];
    object.attributes.set(gradient, array ? filled(run, shape) : float(earlierShare));
    return earlierShare;
  });
  const nested = mentionsNested(definition.body, gradient, data);
  const seed = nested ? construct(setup, run, upstream, place) : upstream;
  result.attributes.set(gradient, seed);
  const kept = result.attributes.get(closure) ?? lastOf(receiver, closure);
  if (kept === undefined) return machine.refuse(`${setup.pair.name} keeps no ${closure}`, place);
  const wanted =
    kept.kind === 'function'
      ? kept.compiled.definition.parameters.filter(
          (each) => each.kind === 'positional' && each.default === null,
        ).length
      : 0;
  const [first] = wanted > 1 ? [result] : [seed];
  const returned = callFunction(machine, kept, wanted === 0 ? [] : [first], new Map(), place);
  if (returned.kind === 'unknown') stopUnknown(machine, returned);
  const source = assigns(definition, gradient) ? `${closure} (sets, does not add)` : closure;
  const span = definition.nameSpan;
  const written = numbers.flatMap(({ object, input }, at): WrittenRead['written'][number][] => {
    const value = object.attributes.get(gradient) ?? none;
    const inner = value.kind === 'instance' ? (value.attributes.get(data) ?? none) : value;
    const flat = flatten(machine, inner);
    if (flat === null) return [];
    const increment = flat.data.map((each) => each - before[at]);
    return [{ input, data: increment, shape: flat.shape, source, decimals: null, span }];
  });
  const reason = `${closure} stores no ${gradient} on what ${setup.pair.name} is given`;
  const unread = written.length === 0 ? [{ source, reason }] : [];
  return { written, unread, jacobian: false };
}

function isReal(value: Value | undefined): boolean {
  return value?.kind === 'number' || value?.kind === 'array';
}

function filled(run: Run, shape: readonly number[]): Value {
  const { graph } = run.machine;
  const data = new Float64Array(sizeOf(shape)).fill(earlierShare);
  return shape.length === 0
    ? float(earlierShare)
    : arrayOf(graph, graph.constant(data, shape), null);
}

/** The closure that the receiver's list got last. */
function lastOf(receiver: Value | undefined, name: string): Value | undefined {
  const list = receiver?.kind === 'instance' ? receiver.attributes.get(name) : undefined;
  return list?.kind === 'list' ? list.items.at(-1) : undefined;
}

/** `x.grad += ...`, also into a part of it. */
function augments(closure: FunctionDefinition, gradient: string): boolean {
  return statementsOf(closure.body).some((each) => {
    if (each.kind !== 'augment') return false;
    const { target } = each;
    const whole = target.kind === 'index' ? target.object : target;
    return whole.kind === 'member' && whole.name === gradient;
  });
}

/** Some closure assigns a gradient without regard to what it holds. */
function assigns(definition: FunctionDefinition, gradient: string): boolean {
  const closures = statementsOf(definition.body).flatMap((each) =>
    each.kind === 'function' ? statementsOf(each.definition.body) : [],
  );
  return closures.some(
    (each) =>
      each.kind === 'assign' &&
      each.targets.some((target) => target.kind === 'member' && target.name === gradient),
  );
}
