/** Runs Python text on the real grammar and tables, for tests of the interpreter. */
import { readFileSync } from 'node:fs';
import { type LanguageFrontEnd, languageOf, loadLanguages } from '../../src/languages';
import { peek } from '../../src/trace/arrays';
import { defaultLimits, Stop } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import type { Value } from '../../src/trace/values';

let loaded: Promise<LanguageFrontEnd> | null = null;

export function python(): Promise<LanguageFrontEnd> {
  loaded ??= loadLanguages(async (name) =>
    readFileSync(`node_modules/@vscode/tree-sitter-wasm/wasm/${name}`),
  ).then((languages) => {
    const found = languageOf(languages, 'case.py');
    if (found === null) throw new Error('no language reads .py');
    return found;
  });
  return loaded;
}

/** May replace a value that is bound to a name. */
export type Replace = (machine: Machine, name: string, value: Value) => Value;

/** Runs a program; `value` gives what a name holds at its end. Its first failure is thrown. */
export function run(
  language: LanguageFrontEnd,
  text: string,
  replace: Replace | null = null,
): { machine: Machine; value: (name: string) => Value } {
  const machine = new Machine(language.tables, defaultLimits);
  if (replace !== null) {
    machine.hooks = {
      bind: (name, value) => replace(machine, name, value),
      executed: () => {},
    };
  }
  const { frame, failures } = runModule(compileProgram(language.parse('case.py', text)), machine);
  if (failures.length > 0) throw failures[0].stop;
  const value = (name: string) => {
    const found = boundIn(frame, name);
    if (found === null) throw new Error(`${name} has no value in\n${text}`);
    if (found.kind === 'unknown') throw new Stop('unsupported', 'name', found.reason, found.place);
    return found;
  };
  return { machine, value };
}

/** A value as plain data: numbers and arrays with shape and type, sequences item by item. */
export function plain(machine: Machine, value: Value): unknown {
  switch (value.kind) {
    case 'number':
      return { shape: [], type: value.type, data: [value.value] };
    case 'array': {
      const data = Array.from(peek(machine.graph, value));
      return { shape: [...value.shape], type: value.type, data };
    }
    case 'list':
    case 'tuple':
      return value.items.map((item) => plain(machine, item));
    case 'set':
      return [...value.entries.values()].map((item) => plain(machine, item));
    case 'dict':
      return [...value.entries.values()].map((entry) => [
        plain(machine, entry.key),
        plain(machine, entry.value),
      ]);
    case 'text':
      return value.value;
    case 'none':
      return null;
    default:
      return value.kind;
  }
}
