/** Attributes of classes, functions and generators that are not their own, and `__dict__`. */
import type { Place } from '../engine/graph';
import { inherited } from './members';
import { type ClassValue, type FunctionValue, text, tuple, type Value } from './values';

/** An attribute of a class as the class itself has it; null when it has none of that name. */
export function classMember(type: ClassValue, name: string): Value | null {
  if (name === '__name__' || name === '__qualname__') return text(type.name);
  if (name === '__members__' && type.members !== undefined) return membersOf(type);
  if (name === '__bases__') return tuple(type.bases);
  const found = inherited(type, name);
  if (found?.kind === 'descriptor') {
    if (found.role === 'static') return found.function;
    if (found.role === 'class') {
      return { kind: 'method', function: found.function, receiver: type };
    }
  }
  if (found !== null || name !== '__init__') return found;
  const signature = 'self, *arguments, **keywords';
  return { kind: 'library', name, id: 'initialize', signature, receiver: null };
}

function membersOf(type: ClassValue): Value {
  const entries = [...(type.members ?? [])].map(
    ([name, value]) => [`t${name}`, { key: text(name), value }] as const,
  );
  return { kind: 'dict', entries: new Map(entries) };
}

/** An attribute of a function: its name, or what the program has set; null for none. */
export function functionMember(value: FunctionValue, name: string): Value | null {
  const own = value.attributes?.get(name);
  if (own !== undefined) return own;
  switch (name) {
    case '__name__':
    case '__qualname__':
      return text(value.compiled.definition.name);
    case '__wrapped__':
      return value.results === undefined ? null : { ...value, results: undefined };
    case 'cache_clear':
      return value.results === undefined
        ? null
        : { kind: 'library', name, id: 'forgetResults', signature: 'function', receiver: value };
    default:
      return null;
  }
}

/** `close` and its like of a running generator; null for what an iterator has not. */
export function generatorMember(
  value: Extract<Value, { kind: 'iterator' }>,
  name: string,
  place: Place,
): Value | null {
  const of = (id: string, signature: string): Value => ({
    kind: 'library',
    name: `.${name}`,
    id,
    signature,
    receiver: value,
  });
  if (name === '__next__') return of('next', 'iterator, standard=...');
  if (name === '__iter__') return of('iterator', 'values');
  if (value.generator === undefined) return null;
  if (name === 'close') return of('closeGenerator', 'generator');
  if (name !== 'send' && name !== 'throw') return null;
  const reason = `.${name}() of a generator is not supported`;
  return { kind: 'unknown', reason, hint: 'give it what it needs as an argument', place };
}

/** The attributes of an object as a dict that writes through. */
export function liveAttributes(attributes: Map<string, Value>): Value {
  return { kind: 'dict', entries: new AttributeEntries(attributes) };
}

type Entry = { key: Value; value: Value };

/** The entries of a dict, kept where the attributes are. */
class AttributeEntries extends Map<string, Entry> {
  constructor(private readonly attributes: Map<string, Value>) {
    super();
  }

  override get size(): number {
    return this.attributes.size;
  }

  override get(key: string): Entry | undefined {
    const value = this.attributes.get(key.slice(1));
    return value === undefined ? undefined : { key: text(key.slice(1)), value };
  }

  override set(key: string, entry: Entry): this {
    this.attributes.set(key.slice(1), entry.value);
    return this;
  }

  override has(key: string): boolean {
    return this.attributes.has(key.slice(1));
  }

  override delete(key: string): boolean {
    return this.attributes.delete(key.slice(1));
  }

  override clear(): void {
    this.attributes.clear();
  }

  override *entries(): MapIterator<[string, Entry]> {
    for (const [name, value] of this.attributes) yield [`t${name}`, { key: text(name), value }];
  }

  override *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  override *values(): MapIterator<Entry> {
    for (const [, entry] of this.entries()) yield entry;
  }

  override [Symbol.iterator](): MapIterator<[string, Entry]> {
    return this.entries();
  }
}
