/**
 * Compiles a loop to flat code, where its rounds bind names of the running function
 * and change lists and arrays, so that a round which gives up can be taken back
 * and made anew. Functions of the program that do no more are inlined.
 */
import type { Block, Expression, Statement } from '../syntax/nodes';
import { Code, type FlatCode, type Inlined, Outcome } from './flat-codes';
import type { CallNode } from './flat-expressions';
import { alwaysReturns, inlinable, inlinedFrame } from './flat-inline';
import { type BoundNames, boundNames, type Loop } from './flat-names';
import { FlatStores } from './flat-stores';
import type { Frame } from './frame';
import { dottedName } from './targets';
import { compileCallee } from './unboxed-calls';
import type { FunctionValue } from './values';

/** As things stand before its first round. null: the loop does something else. */
export function compileFlat(loop: Loop, frame: Frame): FlatCode | null {
  const targets = loop.kind === 'for' ? [loop.target] : [];
  const names = boundNames(loop.body, frame.scope, targets);
  return names === null ? null : new FlatCompiler(frame, names).compile(loop);
}

class FlatCompiler extends FlatStores {
  private readonly inlined = new Map<string, Inlined>();
  private depth = 0;
  /** The rows of jumps out of the innermost loop, and to its next round. */
  private breaks: number[] = [];
  private continues: number[] = [];

  constructor(
    frame: Frame,
    private readonly names: BoundNames,
  ) {
    const { scope } = frame;
    const numbers = inOrder(names.numbers, 0);
    const objects = inOrder(names.objects, 0);
    const own = { compiled: null, caller: null, level: 0, result: numbers.size, returns: [] };
    super(frame, { scope, home: 0, numbers, objects, ...own });
    const place = { path: scope.path, start: 0, end: 0 };
    for (const slot of names.numbers.values()) this.locals.push({ slot, place });
    // What a `return` gives comes after the names.
    this.taken = numbers.size + 1;
    this.objectCount = objects.size;
  }

  compile(loop: Loop): FlatCode | null {
    const counter = this.take(3);
    const head = this.emit(Code.checkpoint);
    const breaks =
      loop.kind === 'while' ? this.whileRounds(loop, head) : this.rangeRounds(loop, head, counter);
    this.emit(Code.end, Outcome.over);
    this.land(breaks);
    this.emit(Code.end, Outcome.left);
    this.land(this.context.returns);
    this.emit(Code.end, Outcome.returned);
    if (this.hopeless) return null;
    return {
      rows: Int32Array.from(this.rows),
      seen: new Uint8Array(this.rows.length),
      places: this.places,
      locals: this.locals,
      objectSlots: [...this.names.objects.values()],
      counter,
      numbers: this.numbers,
      scalars: [...this.scalars.values()],
      objects: [...this.objects.values()],
      objectCount: this.objectCount,
      functions: [...this.functions.values()],
      builtins: [...this.builtins.values()],
      inlined: [...this.inlined.values()],
      depth: this.depth,
    };
  }

  private whileRounds(loop: Extract<Loop, { kind: 'while' }>, head: number): number[] {
    const next = () => this.emitJump(Code.jump, head);
    return this.rounds(loop, () => this.test(loop.test), next);
  }

  private rangeRounds(loop: Extract<Loop, { kind: 'for' }>, head: number, counter: number) {
    const leave = () => [this.emitTest(Code.leave, counter, this.local(loop.target))];
    return this.rounds(loop, leave, () => this.emitJump(Code.next, head, counter));
  }

  /** Rounds; `enter` gives the rows that leave the loop. Gives the breaks' rows. */
  private rounds(loop: Loop, enter: () => number[], next: () => void): number[] {
    const [breaks, continues] = [this.breaks, this.continues];
    this.breaks = [];
    this.continues = [];
    const leave = enter();
    this.pending += 1;
    this.block(loop.body);
    this.land(this.continues);
    next();
    this.land(leave);
    const own = this.breaks;
    this.breaks = breaks;
    this.continues = continues;
    return own;
  }

  private block(block: Block): void {
    for (const statement of block) {
      if (!this.hopeless) this.statement(statement);
    }
  }

  private statement(node: Statement): void {
    this.pending += 1;
    const mark = this.free;
    switch (node.kind) {
      case 'assign':
        this.assign(node.targets[0], node.value, node.span);
        break;
      case 'augment':
        this.augment(node);
        break;
      case 'expression':
        this.expression(node.value);
        break;
      case 'if': {
        const otherwise = this.test(node.test);
        this.block(node.body);
        const end = node.otherwise.length > 0 ? [this.emitJump(Code.jump)] : [];
        this.land(otherwise);
        this.block(node.otherwise);
        this.land(end);
        break;
      }
      case 'while':
        this.flush();
        this.land(this.whileRounds(node, this.rows.length));
        break;
      case 'for':
        this.range(node);
        break;
      case 'break':
      case 'continue':
        (node.kind === 'break' ? this.breaks : this.continues).push(this.emitJump(Code.jump));
        break;
      case 'return':
        this.return(node.value);
        break;
      default:
        break;
    }
    this.free = mark;
  }

  private expression(value: Expression): void {
    // A sentence about the function does nothing.
    if (value.kind === 'text') return;
    if (value.kind !== 'call') this.fail();
    else if (!this.append(value)) this.run(value);
  }

  /** A call for what it changes: its result may be none. */
  private run(node: CallNode): void {
    const called = this.peekCallee(node.callee);
    this.pending += 1;
    if (called?.kind === 'function') this.inline(node, called, this.part(1));
    else this.fail();
  }

  /** A `for` inside, over a `range` of its own. */
  private range(node: Extract<Statement, { kind: 'for' }>): void {
    const call = node.iterable;
    if (call.kind !== 'call' || call.arguments.length > 3) return void this.fail();
    if (call.arguments.some((each) => each.name !== null || each.spread !== null)) this.fail();
    this.builtin(call.callee, 'range');
    const given = call.arguments.map((each) => each.value);
    const number = (value: number): Expression =>
      ({ kind: 'number', value, integer: true, span: node.span }) as const;
    const [start, stop, step] = given.length === 1 ? [number(0), given[0]] : given;
    if (stop === undefined) return void this.fail();
    const counter = this.part(3);
    for (const [i, each] of [start, stop, step ?? number(1)].entries()) {
      this.into(each, counter + i);
    }
    this.emit(Code.integers, counter, 3);
    this.pending += 1;
    this.flush();
    this.land(this.rangeRounds(node, this.rows.length, counter));
  }

  private return(value: Expression | null): void {
    const { result, returns, numbers, compiled } = this.context;
    if (value === null) this.emit(Code.unbind, result, 1);
    else {
      // What a name of an inlined function keeps is nobody else's, unless it was given.
      const own = value.kind === 'name' ? numbers.get(value.name) : undefined;
      const given = compiled?.definition.parameters.some(
        (each) => value.kind === 'name' && each.name === value.name,
      );
      if (own !== undefined && given === false) this.emit(Code.move, result, own);
      else this.into(value, result);
    }
    returns.push(this.emitJump(Code.jump));
  }

  protected inline(node: CallNode, called: FunctionValue, d: number): void {
    const { context } = this;
    const { compiled } = called;
    const given = node.arguments.map((each) => each.value);
    const plain = node.arguments.every((each) => each.name === null && each.spread === null);
    if (!plain || this.hopeless || !inlinable(called, given.length, context))
      return void this.fail();
    const { parameters, body } = compiled.definition;
    const names = boundNames(
      body,
      compiled.scope,
      parameters.map(({ name, span }): Expression => ({ kind: 'name', name, span })),
    );
    if (names === null) return void this.fail();
    const mark = this.free;
    const numbers = inOrder(names.numbers, this.part(names.numbers.size));
    const objects = inOrder(names.objects, this.objectCount);
    this.objectCount += objects.size;
    for (const [i, { name }] of parameters.entries()) {
      const object = objects.get(name);
      if (object !== undefined) this.emit(Code.share, object, this.object(given[i]));
      else this.pass(given[i], numbers.get(name) as number);
    }
    this.unbind(numbers, objects, new Set(parameters.map((each) => each.name)));
    const home = this.enter(node.callee, called);
    const level = context.level + 1;
    this.depth = Math.max(this.depth, level);
    const { scope } = compiled;
    const returns: number[] = [];
    const [breaks, continues] = [this.breaks, this.continues];
    this.context = {
      scope,
      home,
      numbers,
      objects,
      compiled,
      caller: context,
      level,
      result: d,
      returns,
    };
    this.block(body);
    if (!alwaysReturns(body)) this.emit(Code.unbind, d, 1);
    this.land(returns);
    this.context = context;
    this.breaks = breaks;
    this.continues = continues;
    this.free = mark;
  }

  /** An argument: the parameter is another name of the same number. */
  private pass(value: Expression, at: number): void {
    if (value.kind === 'name' || value.kind === 'member') {
      this.emit(Code.move, at, this.operand(value));
    } else this.into(value, at);
  }

  /** The names that a function binds itself are not bound when it begins. */
  private unbind(
    numbers: ReadonlyMap<string, number>,
    objects: ReadonlyMap<string, number>,
    given: ReadonlySet<string>,
  ): void {
    const [own, lists] = [numbers, objects].map((names) =>
      [...names].filter(([name]) => !given.has(name)).map(([, at]) => at),
    );
    // Parameters come first among the names.
    if (own.length + lists.length > 0) {
      this.emit(Code.unbind, own[0] ?? 0, own.length, lists[0] ?? 0, lists.length);
    }
  }

  /** The number of the frame in which an inlined function finds what it reads. */
  private enter(callee: Expression, called: FunctionValue): number {
    const { scope, home } = this.context;
    const key = `${home} ${dottedName(callee)}`;
    const known = this.inlined.get(key);
    if (known !== undefined) return known.at;
    const read = compileCallee(callee, scope);
    if (read === null) return this.fail();
    const at = this.frames.push(inlinedFrame(this.frames[0].machine, called)) - 1;
    this.inlined.set(key, { read, home, at, compiled: called.compiled });
    return at;
  }
}

/** A number for each name, in turn. */
function inOrder(names: ReadonlyMap<string, number>, first: number): ReadonlyMap<string, number> {
  return new Map([...names.keys()].map((name, at) => [name, first + at]));
}
