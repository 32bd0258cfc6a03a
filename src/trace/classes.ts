/** Class definitions: the body runs once, its names become the attributes. */
import type { Place } from '../engine/graph';
import type { ClassDefinition } from '../syntax/nodes';
import { callFunction } from './call';
import { makeMembers } from './enumerations';
import { compileExpression } from './expressions';
import { type Evaluate, makeFrame, makeScope, type Scope } from './frame';
import type { Machine } from './machine';
import { lineage } from './members';
import type { Holds } from './object-values';
import { declareTuple } from './records';
import { compileBlock } from './statements';
import { type ClassValue, keyOf, type Value } from './values';

export function compileClass(definition: ClassDefinition, outer: Scope, place: Place): Evaluate {
  const name = outer.name === '' ? definition.name : `${outer.name}.${definition.name}`;
  const scope = makeScope('class', outer.path, outer, name, [], definition.body);
  const body = compileBlock(definition.body, scope);
  const bases = definition.bases.map((each) => compileExpression(each, outer));
  const metaclass =
    definition.metaclass === null ? null : compileExpression(definition.metaclass, outer);
  const decorators = definition.decorators.map((each) => compileExpression(each, outer));
  return (frame) => {
    const { machine } = frame;
    const known: ClassValue[] = [];
    let open = false;
    let extended: string | null = null;
    for (const evaluate of bases) {
      const base = evaluate(frame);
      if (base.kind === 'class') known.push(base);
      else if (base.kind === 'type' && Object.hasOwn(HELD, base.type)) extended = base.type;
      else open ||= base.kind !== 'type' || !HARMLESS.has(base.type);
    }
    const maker = metaclass?.(frame) ?? null;
    open ||= maker !== null && (maker.kind !== 'type' || !HARMLESS.has(maker.type));
    const attributes = new Map<string, Value>();
    const made: ClassValue = {
      kind: 'class',
      name: definition.name,
      bases: known,
      attributes,
      place,
      open,
      ...(extended === null ? {} : { builtin: extended, holds: HELD[extended] }),
      fields: definition.fields,
    };
    const inner = makeFrame(scope, frame, machine);
    body(inner);
    for (const [each, slot] of scope.slots) {
      const value = inner.slots[slot];
      if (value === undefined) continue;
      attributes.set(each, value);
      own(value, made);
    }
    finishClass(machine, made, place);
    let value: Value = made;
    for (const decorator of decorators.toReversed()) {
      value = callFunction(machine, decorator(frame), [value], new Map(), place);
    }
    return value;
  };
}

/** The kinds of values that classes may extend, by the builtin type. */
const HELD: Readonly<Record<string, Holds>> = {
  dict: 'dict',
  float: 'number',
  int: 'number',
  list: 'list',
  str: 'text',
  tuple: 'tuple',
};

/** Bases and metaclasses that change nothing here. */
const HARMLESS = new Set(['object', 'typing', 'abstract']);

/** What follows from a class's bases and methods: members, fields, how its objects are kept in a dict. */
function finishClass(machine: Machine, made: ClassValue, place: Place): void {
  const above = lineage(made).slice(1);
  if (above.some((each) => each.members !== undefined)) makeMembers(machine, made, place);
  const pattern = made.bases.find((each) => each.role === 'record');
  if (pattern !== undefined) declareTuple(made);
  const hash = made.attributes.get('__hash__');
  if (hash?.kind === 'function') {
    made.hash = (object) => {
      const method: Value = { kind: 'method', function: hash, receiver: object };
      const key = keyOf(callFunction(machine, method, [], new Map(), place));
      return key === null ? null : `hash ${key}`;
    };
  } else if (made.attributes.has('__eq__')) made.hash = () => null;
  else made.hash = above.find((each) => each.hash !== undefined)?.hash;
}

/** Tells the functions of a class body which class they belong to, for `super()`. */
function own(value: Value, owner: ClassValue): void {
  if (value.kind === 'function') value.owner = owner;
  else if (value.kind === 'descriptor') own(value.function, owner);
}
