/** Which type a value has: `isinstance`, class patterns, and the names of number types. */
import type { Place } from '../engine/graph';
import { numberTypeOf } from './library-call';
import type { Machine } from './machine';
import { lineage } from './members';
import { describe, extensionOf, type Value } from './values';

/** Whether a value is of a type, or of one of a tuple of types. */
export function belongs(machine: Machine, value: Value, types: Value, place: Place): boolean {
  return choices(types).some((type) => isOf(machine, value, type, place));
}

/** The types of a tuple of types, however nested. */
export function choices(types: Value): readonly Value[] {
  return types.kind === 'tuple' ? types.items.flatMap(choices) : [types];
}

/** The name of the type that holds such numbers. */
export const numpyWord = { float: 'float64', int: 'int64', bool: 'bool' } as const;

const CALLABLE = new Set<Value['kind']>(['function', 'method', 'class', 'library', 'type']);
const SEQUENCES = new Set<Value['kind']>(['list', 'tuple', 'text', 'range']);
const ITERABLES = new Set<Value['kind']>([...SEQUENCES, 'dict', 'set', 'iterator']);

function isOf(machine: Machine, value: Value, type: Value, place: Place): boolean {
  const extension = extensionOf(value);
  if (type.kind === 'class') {
    const own = value.kind === 'instance' ? value.type : extension?.type;
    return own !== undefined && lineage(own).includes(type);
  }
  if (type.kind === 'unknown') return machine.refuse(type.reason, place);
  if (type.kind === 'none') return value.kind === 'none';
  // `type` itself, by which a class is told from an object.
  if (type.kind === 'library' && type.id === 'typeOf') {
    return value.kind === 'class' || value.kind === 'type';
  }
  if (type.kind !== 'type') {
    return machine.raise('TypeError', `${describe(type)} is not a type`, place);
  }
  if (type.type === 'object') return true;
  if (extension !== undefined) {
    return lineage(extension.type).some((each) => each.builtin === type.type);
  }
  if (value.kind === 'array') {
    if (type.type === 'tensor') return true;
    // A numpy number and a 0-d array are one value here; numbers are by far the more common.
    return value.shape.length === 0
      ? typeIncludes(type.type, numpyWord[value.type])
      : type.type === 'ndarray';
  }
  if (value.kind === 'number') {
    if (type.type === 'number') return true;
    if (type.type === 'integral') return value.type !== 'float';
    return type.type === value.type || (type.type === 'int' && value.type === 'bool');
  }
  if (type.type === 'callable') return CALLABLE.has(value.kind);
  if (type.type === 'sequence') return SEQUENCES.has(value.kind);
  if (type.type === 'mapping') return value.kind === 'dict';
  if (type.type === 'iterable') return ITERABLES.has(value.kind);
  return builtinType(value) === type.type;
}

/** Whether a number type falls under a family: `floating`, `integer`, `number`, `generic`, or itself. */
export function typeIncludes(family: string, word: string): boolean {
  const type = numberTypeOf(word);
  if (family === 'generic') return true;
  if (family === 'number') return type === 'float' || type === 'int';
  if (family === 'floating' || family === 'inexact') return type === 'float';
  if (family === 'integer' || family === 'integral' || family === 'signedinteger')
    return type === 'int';
  if (family === 'float' || family === 'float64' || family === 'double') return type === 'float';
  if (family === 'int64' || family === 'int_' || family === 'intp') return type === 'int';
  return (family === 'bool' || family === 'bool_') && type === 'bool';
}

/** The word of a type or of a text that names one. */
export function wordOf(value: Value): string {
  return value.kind === 'type' ? value.type : value.kind === 'text' ? value.value : '';
}

/** The name of a value's builtin type; null for what has none. */
export function builtinType(value: Value): string | null {
  switch (value.kind) {
    case 'number':
      return value.type;
    case 'text':
      return 'str';
    case 'array':
      return value.shape.length === 0 ? numpyWord[value.type] : 'ndarray';
    case 'list':
    case 'tuple':
    case 'dict':
    case 'set':
    case 'range':
    case 'slice':
    case 'function':
      return value.kind;
    case 'none':
      return 'NoneType';
    default:
      return null;
  }
}
