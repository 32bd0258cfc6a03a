/** Questions about objects and types: isinstance, getattr, type, dtypes. */
import { belongs, builtinType, choices, numpyWord, typeIncludes, wordOf } from '../belongs';
import { compare } from '../compare';
import { makeObject } from '../construct';
import { deleteAt } from '../delete';
import { getIndex, setIndex } from '../index-access';
import type { LibraryCall } from '../library-call';
import { Stop } from '../limits';
import { getMember, inherited, lineage, setMember } from '../members';
import { bool, describe, extensionOf, float, none, text, type Value } from '../values';
import type { Functions } from './shared';

export const objects: Functions = {
  isInstance: (call) =>
    bool(belongs(call.machine, call.value('value'), call.value('types'), call.place)),
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
    const extension = extensionOf(value);
    if (extension !== undefined) return extension.type;
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
  /** `object.__setattr__`: past the program's own `__setattr__`. */
  setPlainly: (call) => {
    const [object, value] = [call.value('object'), call.value('value')];
    setMember(call.machine, object, call.words('name') ?? '', value, call.place, true);
    return none;
  },
  /** `object.__new__` and `super().__new__`. */
  newObject: (call) => {
    const type = call.value('type');
    if (type.kind !== 'class') return call.raise('TypeError', `${call.name}() needs a class`);
    return makeObject(call.machine, type, call.rest('arguments'), call.place);
  },
  'item.get': (call) => getIndex(call.machine, plain(call), call.value('index'), call.place),
  'item.set': (call) => {
    setIndex(call.machine, plain(call), call.value('index'), call.value('value'), call.place);
    return none;
  },
  'item.delete': (call) => {
    deleteAt(call.machine, plain(call), call.value('index'), call.place);
    return none;
  },
  'item.has': (call) => compare(call.machine, 'in', call.value('item'), plain(call), call.place),
  /** A name of the typing module that does nothing at run time. */
  typeWord: (call) => ({ kind: 'type', name: call.name, type: 'typing' }),
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

/** The attribute; null when there is none. */
function attribute(call: LibraryCall): Value | null {
  try {
    const object = call.value('object');
    const named = call.value('name');
    if (named.kind === 'unknown') return named;
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

/** The builtin value that an object extends, past what its class says of items. */
function plain(call: LibraryCall): Value {
  const value = call.value('self');
  return extensionOf(value) === undefined ? value : ({ ...value, extension: undefined } as Value);
}
