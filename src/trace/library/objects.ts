/** Questions about objects and types: isinstance, getattr, type, dtypes. */
import { type LibraryCall, numberTypeOf } from '../library-call';
import { Stop } from '../limits';
import { getMember, inherited, lineage, setMember } from '../members';
import { bool, describe, float, none, text, type Value } from '../values';
import type { Functions } from './shared';

export const objects: Functions = {
  isInstance: (call) =>
    bool(choices(call.value('types')).some((type) => belongs(call, call.value('value'), type))),
  isSubclass: (call) => {
    const type = call.value('type');
    if (type.kind !== 'class')
      return call.refuse(`${call.name}() of ${describe(type)} is not supported`);
    return bool(
      choices(call.value('types')).some(
        (each) => each.kind === 'class' && lineage(type).includes(each),
      ),
    );
  },
  /** `np.issubdtype`. */
  isSubType: (call) => bool(typeIncludes(wordOf(call.value('b')), wordOf(call.value('a')))),
  typeOf: (call) => {
    const value = call.value('value');
    if (value.kind === 'instance') return value.type;
    const word = builtinType(value);
    if (word === null) return call.refuse(`${call.name}() of ${describe(value)} is not supported`);
    return { kind: 'type', name: word, type: word };
  },
  'array.dtype': (call) => {
    const type = numpyWord[call.array('value').type];
    return { kind: 'type', name: type, type };
  },
  hasAttribute: (call) => {
    const found = attribute(call);
    return found?.kind === 'unknown' ? found : bool(found !== null);
  },
  getAttribute: (call) => {
    const found = attribute(call);
    const standard = call.value('standard');
    if (found !== null) return found;
    if (standard.kind !== 'ellipsis') return standard;
    return getMember(call.machine, call.value('object'), call.words('name') ?? '', call.place);
  },
  setAttribute: (call) => {
    setMember(
      call.machine,
      call.value('object'),
      call.words('name') ?? '',
      call.value('value'),
      call.place,
    );
    return none;
  },
  isNumber: (call) => {
    const value = call.value('value');
    return bool(value.kind === 'number' || (value.kind === 'array' && value.shape.length === 0));
  },
  isWhole: (call) => {
    const value = call.value('value');
    if (value.kind === 'number') call.machine.pin(value.entry, call.place);
    return bool(value.kind === 'number' && Number.isInteger(value.value));
  },
  isCallable: (call) => {
    const value = call.value('value');
    const callable = ['function', 'method', 'class', 'library', 'type'].includes(value.kind);
    const { protocols } = call.machine.tables;
    return bool(
      callable || (value.kind === 'instance' && inherited(value.type, protocols.call) !== null),
    );
  },
  attributesOf: (call) => {
    const value = call.value('object');
    if (value.kind !== 'instance')
      return call.refuse(`${call.name}() of ${describe(value)} is not supported`);
    const named = [...value.attributes].map(
      ([name, each]) => [`t${name}`, { key: text(name), value: each }] as const,
    );
    return { kind: 'dict', entries: new Map(named) };
  },
  /** The limits of a float type: eps, max, min, tiny. */
  floatLimits: (call) => {
    const attributes = new Map<string, Value>([
      ['eps', float(2 ** -52)],
      ['max', float(Number.MAX_VALUE)],
      ['min', float(-Number.MAX_VALUE)],
      ['tiny', float(2 ** -1022)],
      ['smallest_normal', float(2 ** -1022)],
      ['resolution', float(1e-15)],
    ]);
    const type = {
      kind: 'class',
      name: call.name,
      bases: [],
      attributes: new Map(),
      place: call.place,
      open: false,
    } as const;
    return { kind: 'instance', type, attributes };
  },
};

/** The name of the type that holds such numbers. */
const numpyWord = { float: 'float64', int: 'int64', bool: 'bool' } as const;

function choices(types: Value): readonly Value[] {
  return types.kind === 'tuple' ? types.items.flatMap(choices) : [types];
}

function belongs(call: LibraryCall, value: Value, type: Value): boolean {
  if (type.kind === 'class') return value.kind === 'instance' && lineage(value.type).includes(type);
  if (type.kind === 'unknown') return call.refuse(type.reason);
  if (type.kind === 'none') return value.kind === 'none';
  if (type.kind !== 'type') return call.raise('TypeError', `${describe(type)} is not a type`);
  if (type.type === 'object') return true;
  if (value.kind === 'array') {
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
  if (type.type === 'callable')
    return ['function', 'method', 'class', 'library', 'type'].includes(value.kind);
  if (type.type === 'sequence') return ['list', 'tuple', 'text', 'range'].includes(value.kind);
  if (type.type === 'mapping') return value.kind === 'dict';
  if (type.type === 'iterable')
    return ['list', 'tuple', 'text', 'range', 'dict', 'set', 'iterator'].includes(value.kind);
  return builtinType(value) === type.type;
}

/** Whether a number type falls under a family: `floating`, `integer`, `number`, `generic`, or itself. */
function typeIncludes(family: string, word: string): boolean {
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

function wordOf(value: Value): string {
  return value.kind === 'type' ? value.type : value.kind === 'text' ? value.value : '';
}

function builtinType(value: Value): string | null {
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

/** The attribute; null when there is none. */
function attribute(call: LibraryCall): Value | null {
  try {
    const object = call.value('object');
    const found = getMember(call.machine, object, call.words('name') ?? '', call.place);
    // Of a builtin value a member that is not supported counts as absent here.
    const builtin =
      object.kind !== 'instance' && object.kind !== 'class' && object.kind !== 'module';
    return builtin && found.kind === 'unknown' && object.kind !== 'unknown' ? null : found;
  } catch (stop) {
    if (stop instanceof Stop && stop.code === 'AttributeError') return null;
    throw stop;
  }
}
