/** How a value reads in a string: `str(x)`, f-strings, messages of exceptions. */
import { peek } from './arrays';
import { callFunction } from './call';
import type { Machine } from './machine';
import { isException, lineage, methodOf, typeOf } from './members';
import { describe, type Value } from './values';

export function showText(machine: Machine, value: Value): string {
  if (value.kind === 'text' && value.extension === undefined) return value.value;
  return (
    ownText(machine, value, ['__str__', '__repr__']) ??
    exceptionText(machine, value) ??
    show(machine, value, 0)
  );
}

/** How a value reads inside a container, in quotes when it is a string: `repr(x)`. */
export function showQuoted(machine: Machine, value: Value): string {
  return show(machine, value, 0);
}

/** What an object's own methods say it reads; null when it has none. */
function ownText(machine: Machine, value: Value, methods: readonly string[]): string | null {
  const type = typeOf(value);
  if (type === null) return null;
  const { place } = type;
  for (const name of methods) {
    const method = methodOf(machine, value, name, place);
    if (method === null) continue;
    const said = callFunction(machine, method, [], new Map(), place);
    if (said.kind === 'text') return said.value;
  }
  return null;
}

/** `str(e)`: the one argument, or all of them; a missing key reads as it is written. */
function exceptionText(machine: Machine, value: Value): string | null {
  if (value.kind !== 'instance' || !isException(machine, value.type)) return null;
  const args = value.attributes.get('args');
  if (args?.kind !== 'tuple' || args.items.length === 0) return '';
  if (args.items.length > 1) return show(machine, args, 0);
  const isKey = lineage(value.type).some((each) => each.name === 'KeyError');
  return isKey ? show(machine, args.items[0], 0) : showText(machine, args.items[0]);
}

function show(machine: Machine, value: Value, depth: number): string {
  if (depth > 4) return '...';
  if ('extension' in value) {
    const said = ownText(machine, value, ['__repr__']);
    if (said !== null) return said;
  }
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
      return showNumber(machine, value.value, value.type === 'float');
    case 'text':
      return value.value.includes("'") && !value.value.includes('"')
        ? `"${value.value}"`
        : `'${value.value}'`;
    case 'none':
      return machine.tables.protocols.words.none;
    case 'list':
      return `[${all(value.items)}]`;
    case 'tuple':
      return value.items.length === 1 ? `(${all(value.items)},)` : `(${all(value.items)})`;
    case 'set':
      return value.entries.size === 0 ? 'set()' : `{${all([...value.entries.values()])}}`;
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
        ? showNumber(machine, peek(machine.graph, value)[0], value.type === 'float')
        : `array of shape (${value.shape.join(', ')})`;
    case 'instance':
      if (isException(machine, value.type)) {
        const args = value.attributes.get('args');
        const own = ownText(machine, value, ['__repr__']);
        return own ?? `${value.type.name}(${args?.kind === 'tuple' ? all(args.items) : ''})`;
      }
      return ownText(machine, value, ['__repr__']) ?? describe(value);
    default:
      return describe(value);
  }
}

/** Where floats are a type of their own they read `1.0`, `1e-05`, `inf`. */
function showNumber(machine: Machine, value: number, float: boolean): string {
  if (!float || machine.tables.protocols.numberText === 'plain') return String(value);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
