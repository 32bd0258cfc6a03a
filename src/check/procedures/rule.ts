/**
 * A rule that is registered for a function: the function gives the output; what is
 * registered gives the gradients, of a cotangent or, for a rule of tangents, of one
 * unit tangent after the other. Parameters are those of the function.
 */
import { sizeOf } from '../../engine/shape';
import type { FunctionDefinition, Parameter } from '../../syntax/nodes';
import { arrayOf } from '../../trace/arrays';
import { callFunction } from '../../trace/call';
import { stopUnknown } from '../../trace/convert';
import { evaluateIn } from '../../trace/program';
import { float, none, tuple, type Value } from '../../trace/values';
import type { Input } from '../experiment';
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
  type Output,
  type Run,
  spreadArguments,
} from '../run';
import { readByArgument, realItems } from './by-argument';
import type { FormSetup } from './context';
import type { Procedure, Recorded, WrittenRead } from './procedure';

/** Entries of all inputs up to which tangents are pushed through. */
const mostTangents = 400;

/** Not 1, which a rule that forgets its tangent would pass; a power of two, so that nothing is rounded. */
const tangentLength = 0.5;

export function ruleProcedure(setup: FormSetup<'rule'>): Procedure {
  const { context, options, pair, form } = setup;
  const { forward, functions } = form;
  const names = new Set([forward.name]);
  const definitions = context.compiled.program.body.flatMap((each) =>
    each.kind === 'function' ? [each.definition] : [],
  );
  const written = functions.flatMap((each): FunctionDefinition[] => {
    for (const name of usedNames(each)) names.add(name);
    if (each.kind === 'lambda') return [each.definition];
    const found = definitions.find((other) => each.kind === 'name' && other.name === each.name);
    return found === undefined ? [] : [found];
  });
  for (const definition of [forward, ...written]) {
    for (const name of usedNames({ kind: 'function', definition, span: definition.span })) {
      names.add(name);
    }
  }
  return {
    context,
    options,
    name: pair.name,
    names,
    parameters: forward.parameters,
    bodies: [forward, ...written],
    owner: null,
    byArgument: true,
    upstream: 'required',
    claimed: false,
    record: (run, making) => record(setup, run, making),
  };
}

function record(setup: FormSetup<'rule'>, run: Run, making: Making): Recorded {
  const { pair, form } = setup;
  const { forward, fixed } = form;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...pair.nameSpan };
  const maker = inputMaker(run, making);
  const own = makeArguments(
    run,
    making,
    maker,
    forward.parameters.filter((_, at) => !fixed.includes(at)),
  );
  const others = makeArguments(
    run,
    making,
    null,
    forward.parameters.filter((_, at) => fixed.includes(at)),
  );
  const given = new Map([
    ...own,
    ...others,
    ...standards(setup, run, new Set([...own.keys(), ...others.keys()])),
  ]);
  const at = Object.fromEntries([...given].map(([name, each]) => [name, jsonValue(machine, each)]));
  const { positional, keywords } = spreadArguments(forward.parameters, given);
  machine.draws.length = 0;
  machine.seeded = false;
  const callee = findFunction(run, forward.name, place);
  const result = callFunction(machine, callee, positional, keywords, place);
  if (result.kind === 'unknown') stopUnknown(machine, result);
  const output = numericOutput(run, result, forward.name, realItems(result));
  const called: Called = { run, given, inputs: maker.inputs, result, output, positional };
  return {
    run,
    inputs: maker.inputs,
    output: { ...output, note: null },
    at,
    claims: () => ({ written: [], unread: [] }),
    write: (cotangent) => {
      const calls = new Calls(setup, called);
      return form.rule === 'jvp' || form.rule === 'jvps'
        ? calls.pushTangents(cotangent)
        : calls.pullBack(cotangent);
    },
  };
}

/** The defaults of what no sample gives: a rule of jax is handed every argument. */
function standards(
  { form }: FormSetup<'rule'>,
  run: Run,
  given: ReadonlySet<string>,
): [string, Value][] {
  if (form.rule !== 'vjp' && form.rule !== 'jvp') return [];
  return form.forward.parameters.flatMap(({ name, default: value }): [string, Value][] =>
    value === null || given.has(name) ? [] : [[name, evaluateIn(run.frame, value)]],
  );
}

/** The function, called: what its rule is given. */
interface Called {
  readonly run: Run;
  readonly given: ReadonlyMap<string, Value>;
  readonly inputs: readonly Input[];
  readonly result: Value;
  readonly output: Output;
  /** The arguments as the function took them. */
  readonly positional: readonly Value[];
}

/** The calls of what is registered. */
class Calls {
  private readonly place;
  private readonly functions: readonly Value[];
  /** Those that are differentiated, in order, and the others, which a rule takes first. */
  private readonly own: readonly Parameter[];
  private readonly fixed: readonly Value[];

  constructor(
    private readonly setup: FormSetup<'rule'>,
    private readonly called: Called,
  ) {
    const { run, given } = called;
    const { forward, fixed, functions } = setup.form;
    this.place = { path: run.frame.scope.path, ...setup.pair.nameSpan };
    this.functions = functions.map((each) => evaluateIn(run.frame, each));
    this.own = forward.parameters.filter(({ name }, at) => given.has(name) && !fixed.includes(at));
    this.fixed = fixed.flatMap((at) => given.get(forward.parameters[at]?.name ?? '') ?? []);
  }

  /** Cotangent to gradients. */
  pullBack(cotangent: Float64Array): WrittenRead {
    const { run, output, result, positional } = this.called;
    const cotangents = cotangentValues(run, output, cotangent);
    const upstream = result.kind === 'tuple' ? tuple(cotangents) : cotangents[0];
    if (this.setup.form.rule === 'makers') {
      const gradients = this.functions.map((maker) =>
        maker.kind === 'none'
          ? none
          : this.call(this.call(maker, [result, ...positional]), [upstream]),
      );
      return this.read(tuple(gradients), false);
    }
    const [forward, backward] = this.functions;
    const both = this.call(forward, positional);
    if (both.kind !== 'tuple' || both.items.length !== 2) {
      const source = this.setup.pair.name;
      const reason = 'the first function must return the value and what the second one needs';
      return { written: [], unread: [{ source, reason }], jacobian: false };
    }
    return this.read(this.call(backward, [...this.fixed, both.items[1], upstream]), true);
  }

  /** Each entry of an input has the gradient <cotangent, image of its tangent> / length of the tangent. */
  pushTangents(cotangent: Float64Array): WrittenRead {
    const { inputs, run } = this.called;
    const source = this.setup.pair.name;
    const span = this.setup.pair.nameSpan;
    const total = inputs.reduce((sum, each) => sum + sizeOf(each.shape), 0);
    if (total > mostTangents) {
      const reason = `${total} inputs are too many to push a tangent through for each`;
      return { written: [], unread: [{ source, reason }], jacobian: false };
    }
    const written: WrittenRead['written'][number][] = [];
    for (const [input, { name, shape, data }] of inputs.entries()) {
      const at = this.own.findIndex((each) => each.name === name);
      const separate = this.setup.form.rule === 'jvps' ? this.functions[at] : this.functions[0];
      if (at < 0 || separate === undefined || separate.kind === 'none') continue;
      const gradient = new Float64Array(data.length);
      for (const entry of data.keys()) {
        const image = flatten(run.machine, this.tangentOut(separate, at, entry));
        if (image === null || (image.data.length !== 1 && image.data.length !== cotangent.length)) {
          const reason = 'the tangent that it returns does not have the shape of the output';
          return { written: [], unread: [{ source, reason }], jacobian: false };
        }
        const spread = (index: number) => image.data[image.data.length === 1 ? 0 : index];
        const along = cotangent.reduce((sum, each, index) => sum + each * spread(index), 0);
        gradient[entry] = along / tangentLength;
      }
      written.push({ input, data: gradient, shape, source, decimals: null, span });
    }
    const reason = `${source} has no rule for what is differentiated`;
    const unread = written.length === 0 ? [{ source, reason }] : [];
    return { written, unread, jacobian: false };
  }

  private tangentOut(rule: Value, argument: number, entry: number): Value {
    const { result, positional, given } = this.called;
    if (this.setup.form.rule === 'jvps') {
      return this.call(rule, [this.tangent(argument, entry), result, ...positional]);
    }
    const primals = this.own.map(({ name }) => given.get(name) ?? none);
    const tangents = this.own.map((_, at) => this.tangent(at, at === argument ? entry : null));
    const both = this.call(rule, [...this.fixed, tuple(primals), tuple(tangents)]);
    return both.kind === 'tuple' && both.items.length === 2 ? both.items[1] : none;
  }

  /** A tangent of an argument: zero, or zero but for an entry. */
  private tangent(argument: number, entry: number | null): Value {
    const { name } = this.own[argument];
    const { machine } = this.called.run;
    const flat = flatten(machine, this.called.given.get(name) ?? none);
    if (flat === null || flat.shape.length === 0) return float(entry === null ? 0 : tangentLength);
    const data = new Float64Array(flat.data.length);
    if (entry !== null) data[entry] = tangentLength;
    return arrayOf(machine.graph, machine.graph.constant(data, flat.shape), null);
  }

  private read(result: Value, strict: boolean): WrittenRead {
    const { run, given, inputs } = this.called;
    const { pair, form } = this.setup;
    return readByArgument({
      machine: run.machine,
      result,
      parameters: form.rule === 'makers' ? form.forward.parameters : this.own,
      given,
      inputs,
      forward: form.forward.name,
      source: pair.name,
      span: pair.nameSpan,
      strict,
      reduces: false,
    });
  }

  private call(callee: Value, values: readonly Value[]): Value {
    const { machine } = this.called.run;
    const result = callFunction(machine, callee, values, new Map(), this.place);
    if (result.kind === 'unknown') stopUnknown(machine, result);
    return result;
  }
}
