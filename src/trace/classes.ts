/** Class definitions: the body runs once, its names become the attributes. */
import type { Place } from '../engine/graph';
import type { ClassDefinition } from '../syntax/nodes';
import { callFunction } from './call';
import { compileExpression } from './expressions';
import { type Evaluate, makeFrame, makeScope, type Scope } from './frame';
import { compileBlock } from './statements';
import type { ClassValue, Value } from './values';

export function compileClass(definition: ClassDefinition, outer: Scope, place: Place): Evaluate {
  const name = outer.name === '' ? definition.name : `${outer.name}.${definition.name}`;
  const scope = makeScope('class', outer.path, outer, name, [], definition.body);
  const body = compileBlock(definition.body, scope);
  const bases = definition.bases.map((each) => compileExpression(each, outer));
  const decorators = definition.decorators.map((each) => compileExpression(each, outer));
  return (frame) => {
    const { machine } = frame;
    const known: ClassValue[] = [];
    let open = false;
    for (const evaluate of bases) {
      const base = evaluate(frame);
      if (base.kind === 'class') known.push(base);
      else open ||= base.kind !== 'type' || base.type !== 'object';
    }
    const attributes = new Map<string, Value>();
    const made: ClassValue = {
      kind: 'class',
      name: definition.name,
      bases: known,
      attributes,
      place,
      open,
    };
    const inner = makeFrame(scope, frame, machine);
    body(inner);
    for (const [each, slot] of scope.slots) {
      const value = inner.slots[slot];
      if (value === undefined) continue;
      attributes.set(each, value);
      own(value, made);
    }
    let value: Value = made;
    for (const decorator of decorators.toReversed()) {
      value = callFunction(machine, decorator(frame), [value], new Map(), place);
    }
    return value;
  };
}

/** Tells the functions of a class body which class they belong to, for `super()`. */
function own(value: Value, owner: ClassValue): void {
  if (value.kind === 'function') value.owner = owner;
  else if (value.kind === 'descriptor') own(value.function, owner);
}
