/**
 * Small programs against what Python makes of them (test/reference/language.py):
 * the same final variables, kinds and shapes included, or the same exception.
 */
import assert from 'node:assert/strict';
import type { LanguageFrontEnd } from '../../src/languages';
import { peek } from '../../src/trace/arrays';
import { defaultLimits } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import type { Value } from '../../src/trace/values';
import groups from '../reference/language.json';
import { python } from './python';

/** A value as language.py writes it; a number is an array of shape []. */
type Json = null | string | number | Json[] | { [name: string]: Json };

interface Case {
  readonly title: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, Json>>;
  /** The exception that ends the program and the classes it derives from; empty for none. */
  readonly raises: readonly string[];
  /** The text of an exception that the program itself raises. */
  readonly says: string | null;
}

function check(language: LanguageFrontEnd, row: Case): void {
  const machine = new Machine(language.tables, defaultLimits);
  const program = compileProgram(language.parse('case.py', row.text));
  const { frame, failures } = runModule(program, machine);
  const stops = failures.map(({ stop }) => stop);
  const said = stops.map((stop) => `${stop.kind} ${stop.message}`).join('\n');
  assert.equal(stops.length > 0, row.raises.length > 0, said || 'nothing is raised');
  for (const stop of stops) {
    assert.ok(row.raises.includes(stop.code), `${stop.code}: ${said}`);
    assert.ok(stop.message.includes(row.says ?? ''), said);
  }
  for (const [name, expected] of Object.entries(row.variables)) {
    const value = boundIn(frame, name);
    assert.ok(value !== null, `${name} is not bound`);
    assertSame(plain(machine, value), expected, name);
  }
}

function plain(machine: Machine, value: Value): Json {
  const all = (values: Iterable<Value>) => [...values].map((each) => plain(machine, each));
  switch (value.kind) {
    case 'number':
      return { type: value.type, shape: [], data: [value.value] };
    case 'array': {
      const data = Array.from(peek(machine.graph, value));
      return { type: value.type, shape: [...value.shape], data };
    }
    case 'text':
      return value.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
      return { [value.kind]: all(value.items) };
    case 'set': {
      const items = all(value.entries.values());
      return { set: items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
    }
    case 'dict':
      return { dict: [...value.entries.values()].map((each) => all([each.key, each.value])) };
    case 'instance': {
      const names = [...value.attributes.keys()].sort();
      const pairs = names.map((name) => [
        name,
        plain(machine, value.attributes.get(name) as Value),
      ]);
      return { object: value.type.name, attributes: Object.fromEntries(pairs) };
    }
    case 'unknown':
      return `unknown: ${value.reason}`;
    default:
      return { object: value.kind, attributes: {} };
  }
}

/** Floats may differ by 1e-12 of their size, everything else not at all. */
function assertSame(actual: Json, expected: Json, path: string): void {
  if (typeof actual === 'number') {
    const wanted = Number(expected);
    const near = Math.abs(actual - wanted) <= 1e-12 * Math.abs(wanted);
    assert.ok(near || Object.is(actual, wanted), `${path}: ${actual} instead of ${wanted}`);
    return;
  }
  if (actual === null || expected === null || typeof actual !== 'object') {
    assert.equal(actual, expected, path);
    return;
  }
  const found = actual as Record<string, Json>;
  const wanted = expected as Record<string, Json>;
  const shown = `${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
  assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort(), shown);
  for (const name of Object.keys(found)) assertSame(found[name], wanted[name], `${path}.${name}`);
}

describe('programs against Python', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  for (const [subject, cases] of Object.entries(groups as unknown as Record<string, Case[]>)) {
    describe(subject, () => {
      for (const row of cases) it(row.title, () => check(language, row));
    });
  }
});
