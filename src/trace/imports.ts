/**
 * Imports: library modules come from the language's tables; modules of the
 * user's own that are not at hand become unknown values.
 */
import type { Place } from '../engine/graph';
import type { Statement } from '../syntax/nodes';

import { type Execute, type Scope, Signal } from './frame';
import type { Machine } from './machine';
import { getMember } from './members';
import { compileStore } from './names';
import { unknown } from './values';

export function compileImport(
  node: Extract<Statement, { kind: 'import' }>,
  scope: Scope,
  place: Place,
): Execute {
  const [top] = node.module.split('.');
  const store = compileStore(node.alias ?? top, scope, place);
  const module = node.alias === null ? top : node.module;
  return (frame) => {
    store(frame, frame.machine.library(module, place));
    return Signal.next;
  };
}

export function compileImportFrom(
  node: Extract<Statement, { kind: 'importFrom' }>,
  scope: Scope,
  place: Place,
): Execute {
  const shown = '.'.repeat(node.level) + node.module;
  const stores = node.names.map((each) => ({
    ...each,
    place: { path: scope.path, start: each.span.start, end: each.span.end },
    store: each.name === '*' ? null : compileStore(each.alias ?? each.name, scope, place),
  }));
  return (frame) => {
    const { machine } = frame;
    for (const each of stores) {
      const module =
        node.level > 0
          ? unknown(`the module ${shown} is not followed`, 'put both into one file', each.place)
          : machine.library(node.module, each.place);
      if (each.store === null) {
        importAll(frame.machine, node, shown);
        continue;
      }
      each.store(frame, getMember(machine, module, each.name, each.place));
    }
    return Signal.next;
  };
}

/** `from numpy import *`: names are found late, through the module's table. */
function importAll(
  machine: Machine,
  node: Extract<Statement, { kind: 'importFrom' }>,
  shown: string,
): void {
  if (node.level === 0 && machine.tables.modules[node.module] !== undefined) {
    machine.starModules.push(node.module);
  } else machine.openNames = `it may come from \`from ${shown} import *\`, which is not followed`;
}
