/**
 * Runs every reference program and notes what it used: the names that were looked
 * up in the language's tables, the constructs in its text, and through which library
 * functions a derivative went.
 */
import type { LanguageFrontEnd } from '../../src/languages';
import type { LanguageTables, Names } from '../../src/syntax/tables';
import { arrayOf, peek } from '../../src/trace/arrays';
import { toTrueArray } from '../../src/trace/convert';
import { keepsUnknown, library } from '../../src/trace/library';
import { defaultLimits } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import type { Value } from '../../src/trace/values';
import { plain } from '../trace/python';
import { constructs } from './constructs';
import { type ReferenceProgram, referencePrograms } from './reference';
import { visits } from './syntax-walk';

export interface Evidence {
  /** `modules/numpy/sum`, `members/list/append`, `builtins//len`: looked up by a program that ran. */
  readonly names: ReadonlySet<string>;
  readonly constructs: ReadonlySet<string>;
  /** Ids of functions that were given something differentiated and never gave such a number back. */
  readonly flat: ReadonlySet<string>;
  /** Rows of names that do not give what the reference says, each with what they give. */
  readonly wrong: readonly string[];
}

const nowhere = { path: '', start: 0, end: 0 };

export function collectEvidence(language: LanguageFrontEnd): Evidence {
  const names = new Set<string>();
  const found = new Set<string>();
  const wrong: string[] = [];
  const flow = watchLibrary();
  try {
    for (const program of referencePrograms()) {
      const parsed = language.parse('case.py', program.text);
      for (const visit of visits(parsed)) {
        for (const each of constructs) if (each.used(visit)) found.add(each.name);
      }
      const seen = new Set<string>();
      const machine = new Machine(recording(language.tables, seen), defaultLimits);
      machine.hooks = { bind: tracing(machine, program), executed: () => {} };
      flow.machine = machine;
      const { frame, failures } = runModule(compileProgram(parsed), machine);
      const stops = failures.map(({ stop }) => stop);
      let right = stops.every((stop) => stop.kind === 'error');
      if (program.result !== undefined) {
        const value = boundIn(frame, 'r');
        const given = value === null ? stops[0]?.message : plain(machine, value);
        right = stops.length === 0 && isClose(given, program.result);
        const shown = value?.kind === 'unknown' ? value.reason : JSON.stringify(given);
        if (!right) wrong.push(`${program.text}gives ${stops[0]?.message ?? shown}`);
      }
      if (right) for (const name of seen) names.add(name);
    }
  } finally {
    flow.restore();
  }
  // What only passes on its arguments carries what they carry.
  const flat = [...flow.asked].filter(
    (id) => flow.numbers.has(id) && !flow.carried.has(id) && !keepsUnknown.has(id),
  );
  return { names, constructs: found, flat: new Set(flat), wrong };
}

/** The same tables; each name that is read from them is noted as group/owner/name. */
function recording(tables: LanguageTables, seen: Set<string>): LanguageTables {
  const noted = <T extends object>(names: T, path: string): T =>
    new Proxy(names, {
      get: (target, name, receiver) => {
        if (typeof name === 'string' && Object.hasOwn(target, name)) seen.add(`${path}/${name}`);
        return Reflect.get(target, name, receiver);
      },
    });
  const each = <T extends Readonly<Record<string, object>>>(group: T, path: string): T =>
    Object.fromEntries(
      Object.entries(group).map(([owner, names]) => [owner, noted(names, `${path}/${owner}`)]),
    ) as T;
  return {
    ...tables,
    modules: each(tables.modules, 'modules'),
    builtins: noted<Names>(tables.builtins, 'builtins/'),
    members: each(tables.members, 'members'),
    properties: each(tables.properties, 'properties'),
    attributes: each(tables.attributes, 'attributes'),
  };
}

/** Turns the inputs of a row into arrays, those of floats into inputs of the graph. */
function tracing(machine: Machine, program: ReferenceProgram) {
  const done = new Set<string>();
  return (name: string, value: Value): Value => {
    if (done.has(name) || !program.inputs.has(name)) return value;
    done.add(name);
    const { graph } = machine;
    if (value.kind === 'number' && value.type === 'float') {
      return { ...value, entry: graph.input(name, [value.value], []) };
    }
    if (value.kind !== 'list') return value;
    const array = toTrueArray(machine, value, nowhere);
    if (array?.type !== 'float') return array ?? value;
    return arrayOf(graph, graph.input(name, peek(graph, array), array.shape), null);
  };
}

/** Watches all library functions, until `restore`, for what flows in and out of them. */
function watchLibrary() {
  const own = { ...library };
  const watched = library as Record<string, (typeof library)[string]>;
  const flow = {
    machine: null as Machine | null,
    asked: new Set<string>(),
    numbers: new Set<string>(),
    carried: new Set<string>(),
    restore: () => {
      Object.assign(watched, own);
    },
  };
  for (const [id, run] of Object.entries(own)) {
    watched[id] = (call) => {
      const asked = [...call.values.values()].some((each) => isActive(call.machine, each));
      const result = run(call);
      if (!asked) return result;
      flow.asked.add(id);
      if (holdsNumbers(result)) flow.numbers.add(id);
      if (isActive(call.machine, result)) flow.carried.add(id);
      return result;
    };
  }
  return flow;
}

/** Plain results are equal: numbers to twelve digits, kinds and shapes exactly. */
function isClose(given: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof given !== 'object' || given === null) return false;
    const [left, right] = [Object.entries(given), new Map(Object.entries(wanted))];
    return left.length === right.size && left.every(([key, each]) => isClose(each, right.get(key)));
  }
  const numbers = typeof given === 'number' && (typeof wanted === 'number' || isWord(wanted));
  if (!numbers || Object.is(given, Number(wanted))) return numbers || given === wanted;
  return Math.abs(given - Number(wanted)) <= 1e-12 * Math.max(Math.abs(Number(wanted)), 1);
}

/** How JSON spells what it has no number for. */
function isWord(value: unknown): boolean {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity';
}

function isActive(machine: Machine, value: Value): boolean {
  return partsOf(value).some((part) => {
    if (part.kind === 'number') return part.entry >= 0 && machine.graph.entry(part.entry).active;
    return part.kind === 'array' && machine.graph.entry(part.storage.entry).active;
  });
}

function holdsNumbers(value: Value): boolean {
  return partsOf(value).some((part) => part.kind === 'number' || part.kind === 'array');
}

function partsOf(value: Value): Value[] {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items.flatMap(partsOf);
  if (value.kind === 'dict') return [...value.entries.values()].flatMap((e) => partsOf(e.value));
  return [value];
}
