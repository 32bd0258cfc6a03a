/** How a value reads in a string: `str(x)`, f-strings, messages of exceptions. */
import { peek } from './arrays';
import type { Machine } from './machine';
import { describe, type Value } from './values';

export function showText(machine: Machine, value: Value): string {
  return value.kind === 'text' ? value.value : show(machine, value, 0);
}

function show(machine: Machine, value: Value, depth: number): string {
  if (depth > 4) return '...';
  const all = (items: readonly Value[]) =>
    items
      .slice(0, 20)
      .map((item) => show(machine, item, depth + 1))
      .join(', ');
  switch (value.kind) {
    case 'number':
      if (value.type === 'bool') {
        const { words } = machine.tables.protocols;
        return value.value !== 0 ? words.true : words.false;
      }
      return value.type === 'float' && Number.isInteger(value.value)
        ? `${value.value}.0`
        : String(value.value);
    case 'text':
      return `'${value.value}'`;
    case 'none':
      return machine.tables.protocols.words.none;
    case 'list':
      return `[${all(value.items)}]`;
    case 'tuple':
      return value.items.length === 1 ? `(${all(value.items)},)` : `(${all(value.items)})`;
    case 'dict':
      return `{${[...value.entries.values()]
        .slice(0, 20)
        .map(
          (each) =>
            `${show(machine, each.key, depth + 1)}: ${show(machine, each.value, depth + 1)}`,
        )
        .join(', ')}}`;
    case 'array':
      return value.shape.length === 0
        ? String(peek(machine.graph, value)[0])
        : `array of shape (${value.shape.join(', ')})`;
    default:
      return describe(value);
  }
}
