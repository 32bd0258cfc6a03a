/**
 * The expressions of flat loops: what they read, where it stands, and the rows
 * that compute them. Anything that flat code does not know makes `failed` true.
 */
import type { Expression, Statement } from '../syntax/nodes';
import { Code, type Constant, type Local, rowLength } from './flat-codes';
import type { Scope } from './frame';
import { dottedName } from './targets';
import { mostRegisters, real, whole } from './unboxed';
import { compileCallee } from './unboxed-calls';
import { compilePeek } from './unboxed-leaves';

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

export class FlatExpressions {
  protected readonly rows: number[] = [];
  protected readonly locals: Local[] = [];
  /** The register of each name that is bound. */
  protected readonly names = new Map<string, number>();
  protected readonly numbers: { at: number; value: number; kind: number }[] = [];
  protected readonly scalars = new Map<string, Constant>();
  protected readonly objects = new Map<string, Constant>();
  protected readonly functions = new Map<string, Constant>();
  protected readonly ranges = new Map<string, Constant>();
  /** Registers below are taken for good, those from `free` on by parts of an expression. */
  protected taken: number;
  protected free = mostRegisters;
  protected objectCount = 0;
  /** Steps of the rows since the last jump. */
  protected pending = 0;
  protected failed = false;
  protected lowest = mostRegisters;

  constructor(
    protected readonly scope: Scope,
    slots: ReadonlyMap<string, number>,
  ) {
    const place = { path: scope.path, start: 0, end: 0 };
    for (const [name, slot] of slots) this.names.set(name, this.locals.push({ slot, place }) - 1);
    this.taken = slots.size;
  }

  /** A comparison; gives the row of the jump where it does not hold. */
  protected test(node: Expression): number {
    const code = node.kind === 'compare' ? comparisons[node.rest[0].operator] : undefined;
    if (node.kind !== 'compare' || node.rest.length !== 1 || code === undefined) {
      this.fail();
      return 0;
    }
    const mark = this.free;
    const left = this.operand(node.first);
    const right = this.operand(node.rest[0].operand);
    this.flush();
    this.free = mark;
    return this.emit(code, 0, left, right);
  }

  /** The register in which an expression is, or is put. */
  protected operand(node: Expression): number {
    if (node.kind === 'number') return this.number(node.value, node.integer ? whole : real);
    const name = dottedName(node);
    if (name !== null) {
      const local = this.names.get(name);
      return local ?? this.scalar(node);
    }
    const at = this.part(1);
    this.into(node, at);
    return at;
  }

  /** Computes an expression into a register, which only the last row writes. */
  protected into(node: Expression, d: number): void {
    const mark = this.free;
    switch (node.kind) {
      case 'number':
        this.emit(Code.move, d, this.operand(node));
        break;
      case 'name':
      case 'member':
        if (dottedName(node) === null) return this.fail();
        this.emit(Code.copy, d, this.operand(node));
        break;
      case 'unary':
        if (node.operator !== 'negate') this.fail();
        this.emit(Code.negate, d, this.operand(node.operand));
        break;
      case 'binary': {
        const code = operators[node.operator];
        if (code === undefined) return this.fail();
        const left = this.operand(node.left);
        this.emit(code, d, left, this.operand(node.right));
        break;
      }
      case 'call': {
        const [given, ...others] = node.arguments;
        if (given === undefined || others.length > 0) return this.fail();
        if (given.name !== null || given.spread !== null) return this.fail();
        const { callee } = node;
        const called = this.constant(this.functions, callee, () =>
          compileCallee(callee, this.scope),
        );
        this.pending += 1;
        this.emit(Code.call, d, this.operand(given.value), called);
        break;
      }
      case 'index':
        this.index(node, d);
        break;
      default:
        this.fail();
    }
    this.free = mark;
  }

  protected index(node: Extract<Expression, { kind: 'index' }>, d: number): void {
    const object = this.object(node.object);
    if (node.index.kind !== 'tuple') {
      this.emit(Code.item, d, object, this.operand(node.index));
      return;
    }
    const { items } = node.index;
    const first = this.part(items.length);
    for (const [i, each] of items.entries()) this.into(each, first + i);
    this.emit(Code.element, d, object, first, items.length);
  }

  /** Where the list or array stands that is read from. */
  protected object(node: Expression): number {
    if (node.kind !== 'index') {
      return this.constant(this.objects, node, () =>
        compilePeek(node, this.scope, 0, { calls: 0 }),
      );
    }
    const from = this.object(node.object);
    const mark = this.free;
    const index = this.operand(node.index);
    this.free = mark;
    const at = this.objectCount++;
    this.emit(Code.inner, at, from, index);
    return at;
  }

  protected scalar(node: Expression): number {
    return this.constant(this.scalars, node, () => compilePeek(node, this.scope, 0, { calls: 0 }));
  }

  /** What a name or a chain of names stands for, which no round may bind. */
  protected constant(
    known: Map<string, Constant>,
    node: Expression,
    compile: () => Constant['read'] | null,
  ): number {
    const name = dottedName(node);
    const read = name === null || this.names.has(name.split('.')[0]) ? null : compile();
    if (name === null || read === null) {
      this.fail();
      return 0;
    }
    const found = known.get(name);
    if (found !== undefined) return found.at;
    const at =
      known === this.scalars
        ? this.take(1)
        : known === this.objects
          ? this.objectCount++
          : known.size;
    known.set(name, { read, at });
    return at;
  }

  protected number(value: number, kind: number): number {
    const found = this.numbers.find((each) => each.kind === kind && Object.is(each.value, value));
    if (found !== undefined) return found.at;
    const at = this.take(1);
    this.numbers.push({ at, value, kind });
    return at;
  }

  protected local(target: Expression): number {
    const at = target.kind === 'name' ? this.names.get(target.name) : undefined;
    if (at === undefined) this.fail();
    return at ?? 0;
  }

  /** Notes what a name is bound to. */
  protected bound(at: number, { span }: Expression | Statement): void {
    this.locals[at].place = { path: this.scope.path, ...span };
  }

  protected take(count: number): number {
    this.taken += count;
    return this.taken - count;
  }

  protected part(count: number): number {
    this.free -= count;
    this.lowest = Math.min(this.lowest, this.free);
    return this.free;
  }

  protected flush(): void {
    if (this.pending > 0) this.emit(Code.count, this.pending);
    this.pending = 0;
  }

  /** Jumps of these rows lead to the next row. */
  protected land(jumps: readonly number[]): void {
    for (const row of jumps) this.rows[row + 1] = this.rows.length;
  }

  protected emit(code: Code, ...operands: number[]): number {
    const row = this.rows.length;
    for (let i = 0; i < rowLength; i++) this.rows.push(i === 0 ? code : (operands[i - 1] ?? 0));
    return row;
  }

  protected fail(): void {
    this.failed = true;
  }
}
