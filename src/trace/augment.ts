/** `a += b`: arrays change in place, lists grow, everything else is bound anew. */
import type { Place } from '../engine/graph';
import { sameShape, showShape } from '../engine/shape';
import type { Expression, Statement } from '../syntax/nodes';
import { castTo, positionsOf, readArray, writePositions } from './arrays';
import { compileOperator } from './binary-expression';
import { callFunction } from './call';
import { compileExpression } from './expressions';
import { type Execute, type Frame, type Scope, Signal } from './frame';
import { getIndex, setIndex } from './index-access';
import { items } from './iterate';
import { withOperands } from './limits';
import { getMember, methodOf, setMember, typeOf } from './members';
import { binary, symbols } from './operate';
import { compileTarget, dottedName } from './targets';
import { compileAttemptedValue, compileUnboxed } from './unboxed';
import type { ArrayValue, Value } from './values';

export function compileAugment(
  node: Extract<Statement, { kind: 'augment' }>,
  scope: Scope,
  place: Place,
): Execute {
  const general = compileOfName(node, scope, place);
  if (!isReadFreely(node.target, scope)) return general;
  const { operator, target, value, span } = node;
  const sum: Expression = { kind: 'binary', operator, left: target, right: value, span };
  const attempt = compileAttemptedValue(sum, scope, place);
  const write = compileTarget(target, scope);
  return (frame) => {
    const result = attempt(frame);
    if (result === null) return general(frame);
    write(frame, result);
    return Signal.next;
  };
}

/** Whether a target that was read in registers may be evaluated once more, to be stored. */
function isReadFreely(target: Expression, scope: Scope): boolean {
  const plan = { calls: 0 };
  return compileUnboxed(target, scope, 0, plan) !== null && plan.calls === 0;
}

function compileOfName(
  node: Extract<Statement, { kind: 'augment' }>,
  scope: Scope,
  place: Place,
): Execute {
  const general = compileGeneral(node, scope, place);
  if (node.target.kind !== 'name') return general;
  const read = compileExpression(node.target, scope);
  const write = compileTarget(node.target, scope);
  const operand = compileExpression(node.value, scope);
  const operate = compileOperator(node.operator, place);
  return (frame) => {
    const target = read(frame);
    // Most are numbers: they are bound anew.
    if (target.kind !== 'number') return general(frame);
    write(frame, operate(frame, target, operand(frame)));
    return Signal.next;
  };
}

function compileGeneral(
  node: Extract<Statement, { kind: 'augment' }>,
  scope: Scope,
  place: Place,
): Execute {
  const reference = compileReference(node.target, scope, place);
  const operand = compileExpression(node.value, scope);
  const { operator } = node;
  const operate = compileOperator(operator, place);
  return (frame) => {
    const { machine } = frame;
    const { value: target, store, owner } = reference(frame);
    const value = operand(frame);
    if (target.kind === 'list' && operator === 'add') {
      for (const item of items(machine, value, place)) target.items.push(item);
      store(target);
      return Signal.next;
    }
    if (target.kind === 'list' && operator === 'multiply') {
      const repeated = binary(machine, operator, target, value, place);
      if (repeated.kind === 'list') target.items.splice(0, target.items.length, ...repeated.items);
      store(repeated.kind === 'list' ? target : repeated);
      return Signal.next;
    }
    if (typeOf(target) !== null) {
      const name = machine.tables.protocols.operators[operator]?.[0].replace('__', '__i');
      const method = name === undefined ? null : methodOf(machine, target, name, place);
      if (method !== null) {
        store(callFunction(machine, method, [value], new Map(), place));
        return Signal.next;
      }
    }
    const result = operate(frame, target, value);
    if (target.kind !== 'array' || target.shape.length === 0 || result.kind !== 'array') {
      store(result);
      return Signal.next;
    }
    writeBack(frame, target, result, `${symbols[operator]}=`, place);
    // What was read through an index array is a copy that goes back; a view is the array itself.
    const shared = owner?.kind === 'array' && owner.storage === target.storage;
    if (!shared) store(target);
    return Signal.next;
  };
}

/** Puts the result of an augmented assignment into the array that it started from. */
function writeBack(
  frame: Frame,
  target: ArrayValue,
  result: ArrayValue,
  shown: string,
  place: Place,
): void {
  const { machine } = frame;
  if (!sameShape(result.shape, target.shape)) {
    const message = `the result of ${shown} has the shape ${showShape(result.shape)}, which does not fit into ${showShape(target.shape)}`;
    try {
      machine.raise('ValueError', message, place);
    } catch (stop) {
      throw withOperands(stop, 'augment', [target, result], machine.graph);
    }
  }
  if (target.type !== 'float' && result.type === 'float') {
    machine.raise(
      'TypeError',
      `${shown} would put floats into an array of ${target.type === 'int' ? 'integers' : 'bools'}: make it a float array first`,
      place,
    );
  }
  const { graph } = machine;
  const entry = castTo(graph, readArray(graph, result, place), target.type, place);
  writePositions(graph, target, positionsOf(target), entry, place);
}

interface Reference {
  readonly value: Value;
  readonly store: (value: Value) => void;
  /** The array, list or object that an index or attribute was read from. */
  readonly owner: Value | null;
}

/** Evaluates a target once, to be read and then stored. */
function compileReference(
  target: Expression,
  scope: Scope,
  place: Place,
): (frame: Frame) => Reference {
  if (target.kind === 'index') {
    const object = compileExpression(target.object, scope);
    const index = compileExpression(target.index, scope);
    return (frame) => {
      const owner = object(frame);
      const at = index(frame);
      return {
        owner,
        value: getIndex(frame.machine, owner, at, place),
        store: (value) => setIndex(frame.machine, owner, at, value, place),
      };
    };
  }
  if (target.kind === 'member') {
    const object = compileExpression(target.object, scope);
    const shown = dottedName(target);
    return (frame) => {
      const { machine } = frame;
      const owner = object(frame);
      return {
        owner,
        value: getMember(machine, owner, target.name, place),
        store: (value) => {
          const { hooks } = machine;
          const watched = hooks !== null && shown !== null;
          const stored = watched ? hooks.bind(shown, value, frame, place) : value;
          setMember(machine, owner, target.name, stored, place);
        },
      };
    };
  }
  const read = compileExpression(target, scope);
  const write = compileTarget(target, scope);
  return (frame) => ({
    owner: null,
    value: read(frame),
    store: (value) => write(frame, value),
  });
}
