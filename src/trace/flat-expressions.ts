/**
 * The expressions of flat loops: what they read, where it stands, and the rows
 * that compute them.
 */
import type { BinaryOperator, Expression } from '../syntax/nodes';
import { FlatBuilder } from './flat-builder';
import { type Builtin, Code } from './flat-codes';
import { givesNumber } from './flat-inline';
import { dottedName } from './targets';
import { real, whole } from './unboxed';
import { compileCallee } from './unboxed-calls';
import { compilePeek } from './unboxed-leaves';
import type { FunctionValue, Value } from './values';

export type CallNode = Extract<Expression, { kind: 'call' }>;

const operators: Partial<Record<string, Code>> = {
  add: Code.add,
  subtract: Code.subtract,
  multiply: Code.multiply,
  divide: Code.divide,
  floorDivide: Code.floorDivide,
  floorMod: Code.floorMod,
  power: Code.power,
};

const comparisons: Partial<Record<string, Code>> = {
  less: Code.unlessLess,
  lessEqual: Code.unlessLessEqual,
  greater: Code.unlessGreater,
  greaterEqual: Code.unlessGreaterEqual,
  equal: Code.unlessEqual,
  notEqual: Code.unlessNotEqual,
};

export abstract class FlatExpressions extends FlatBuilder {
  protected readonly builtins = new Map<string, Builtin>();

  /** The body of a function of the program in place of its call, its result in register `d`. */
  protected abstract inline(node: CallNode, called: FunctionValue, d: number): void;

  protected operate(operator: BinaryOperator, d: number, left: number, right: number): void {
    this.emit(operators[operator] ?? this.fail(), d, left, right);
  }

  /** A test; gives the rows of the jumps where it does not hold. */
  protected test(node: Expression): number[] {
    const mark = this.free;
    const jumps = this.jumps(node);
    this.free = mark;
    return jumps;
  }

  private jumps(node: Expression): number[] {
    switch (node.kind) {
      case 'boolean':
        return node.value ? [] : [this.emitJump(Code.jump)];
      case 'compare': {
        let left = this.operand(node.first);
        return node.rest.map(({ operator, operand }) => {
          const right = this.operand(operand);
          const row = this.emitTest(comparisons[operator] ?? this.fail(), left, right);
          left = right;
          return row;
        });
      }
      case 'logical': {
        const left = this.jumps(node.left);
        if (node.operator === 'and') return [...left, ...this.jumps(node.right)];
        const holds = this.emitJump(Code.jump);
        this.land(left);
        const right = this.jumps(node.right);
        this.land([holds]);
        return right;
      }
      case 'unary': {
        if (node.operator !== 'not') break;
        const holds = this.jumps(node.operand);
        const otherwise = this.emitJump(Code.jump);
        this.land(holds);
        return [otherwise];
      }
      default:
        break;
    }
    return [this.emitTest(Code.unlessNotEqual, this.operand(node), this.number(0, whole))];
  }

  /** The register in which an expression is, or is put. */
  protected operand(node: Expression): number {
    if (node.kind === 'number') return this.number(node.value, node.integer ? whole : real);
    if (dottedName(node) !== null) return this.named(node);
    const at = this.part(1);
    this.into(node, at);
    return at;
  }

  /** The register of a name, or of a chain of names that no round changes. */
  private named(node: Expression): number {
    const local = node.kind === 'name' ? this.context.numbers.get(node.name) : undefined;
    if (local !== undefined) return local;
    const { scope } = this.context;
    return this.constant(this.scalars, node, () => compilePeek(node, scope, 0, { calls: 0 }));
  }

  /** Computes an expression into a register, which is written after all others are read. */
  protected into(node: Expression, d: number): void {
    const mark = this.free;
    switch (node.kind) {
      case 'number':
        this.emit(Code.move, d, this.operand(node));
        break;
      case 'name':
      case 'member':
        this.emit(Code.copy, d, dottedName(node) === null ? this.fail() : this.named(node));
        break;
      case 'unary':
        if (node.operator !== 'negate') this.fail();
        this.emit(Code.negate, d, this.operand(node.operand));
        break;
      case 'binary': {
        const left = this.operand(node.left);
        this.operate(node.operator, d, left, this.operand(node.right));
        break;
      }
      case 'conditional': {
        const otherwise = this.test(node.test);
        this.into(node.then, d);
        const end = this.emitJump(Code.jump);
        this.land(otherwise);
        this.into(node.otherwise, d);
        this.land([end]);
        break;
      }
      case 'call':
        this.call(node, d);
        break;
      case 'index':
        this.index(node, d);
        break;
      default:
        this.fail();
    }
    this.free = mark;
  }

  private call(node: CallNode, d: number): void {
    const { callee, arguments: given } = node;
    if (given.some((each) => each.name !== null || each.spread !== null)) return void this.fail();
    const called = this.peekCallee(callee);
    this.pending += 1;
    if (called?.kind === 'function') {
      this.inline(node, called, d);
      // A function without a result gives no number.
      if (!givesNumber(called)) this.emit(Code.move, d, d);
      return;
    }
    if (called?.kind !== 'library' || given.length !== 1) return void this.fail();
    if (called.id === 'length') {
      this.builtin(callee, 'length');
      this.emit(Code.length, d, this.object(given[0].value));
      return;
    }
    const { scope } = this.context;
    const at = this.constant(this.functions, callee, () => compileCallee(callee, scope));
    this.emit(Code.call, d, this.operand(given[0].value), at);
  }

  /** What is called, as far as can be seen now. */
  protected peekCallee(callee: Expression): Value | null {
    const { scope, home } = this.context;
    const name = dottedName(callee);
    if (name === null || this.isBound(name.split('.')[0])) return null;
    return compileCallee(callee, scope)?.(this.frames[home]) ?? null;
  }

  /** Notes that a name must stand for a function of the library. */
  protected builtin(callee: Expression, id: string): void {
    const { scope, home } = this.context;
    const known = new Map(this.builtins);
    this.constant(known, callee, () => compileCallee(callee, scope));
    for (const [key, { read }] of known) {
      if (!this.builtins.has(key)) this.builtins.set(key, { read, home, at: 0, id });
    }
  }

  private index(node: Extract<Expression, { kind: 'index' }>, d: number): void {
    const outer = node.object;
    if (outer.kind === 'index' && outer.index.kind !== 'tuple' && changesNothing(node.index)) {
      const object = this.object(outer.object);
      const first = this.operand(outer.index);
      this.emit(Code.nested, d, object, first, this.operand(node.index));
      return;
    }
    const object = this.object(outer);
    if (node.index.kind !== 'tuple') {
      this.emit(Code.item, d, object, this.operand(node.index));
      return;
    }
    const first = this.indices(node.index.items);
    this.emit(Code.element, d, object, first, node.index.items.length);
  }

  /** Several indices in registers side by side. */
  protected indices(items: readonly Expression[]): number {
    const first = this.part(items.length);
    for (const [i, each] of items.entries()) this.into(each, first + i);
    return first;
  }

  /** Where the list or array stands that is read from. */
  protected object(node: Expression): number {
    const { scope, objects } = this.context;
    if (node.kind !== 'index') {
      const local = node.kind === 'name' ? objects.get(node.name) : undefined;
      if (local !== undefined) return local;
      return this.constant(this.objects, node, () => compilePeek(node, scope, 0, { calls: 0 }));
    }
    const from = this.object(node.object);
    const mark = this.free;
    const index = this.operand(node.index);
    this.free = mark;
    const at = this.objectCount++;
    this.emit(Code.inner, at, from, index);
    return at;
  }
}

/** Whether an index may be computed before what it is an index of is read. */
function changesNothing(node: Expression): boolean {
  if (node.kind === 'binary') return changesNothing(node.left) && changesNothing(node.right);
  if (node.kind === 'unary') return changesNothing(node.operand);
  return node.kind === 'number' || dottedName(node) !== null;
}
