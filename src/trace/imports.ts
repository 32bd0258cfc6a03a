/**
 * Import statements: modules come from the user's own files that are at hand, then
 * from the language's tables. What is found nowhere becomes an unknown value.
 */
import type { Place } from '../engine/graph';
import type { Statement } from '../syntax/nodes';
import { type Execute, type Scope, Signal } from './frame';
import type { Machine } from './machine';
import { importModule, importName, importStar } from './modules';
import { compileStore } from './names';
import type { Value } from './values';

export function compileImport(
  node: Extract<Statement, { kind: 'import' }>,
  scope: Scope,
  place: Place,
): Execute {
  const [top] = node.module.split('.');
  const store = compileStore(node.alias ?? top, scope, place);
  const request = { level: 0, module: node.alias === null ? top : node.module };
  return (frame) => {
    const { machine } = frame;
    store(frame, found(machine, importModule(machine, scope.path, request, place), place));
    return Signal.next;
  };
}

export function compileImportFrom(
  node: Extract<Statement, { kind: 'importFrom' }>,
  scope: Scope,
  place: Place,
): Execute {
  const names = node.names.map((each) => ({
    name: each.name,
    place: { path: scope.path, start: each.span.start, end: each.span.end },
    store: each.name === '*' ? null : compileStore(each.alias ?? each.name, scope, place),
  }));
  return (frame) => {
    const { machine } = frame;
    for (const { name, place: at, store } of names) {
      if (store === null) importStar(machine, frame, node, at);
      else store(frame, found(machine, importName(machine, scope.path, node, name, at), at));
    }
    return Signal.next;
  };
}

/** What is not known counts as not installed where a `try` handles that. */
function found(machine: Machine, value: Value, place: Place): Value {
  if (value.kind !== 'unknown' || machine.importGuards === 0) return value;
  return machine.raise('ModuleNotFoundError', value.reason, place);
}
