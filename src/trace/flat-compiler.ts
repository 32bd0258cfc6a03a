/**
 * Compiles a loop to flat code, where its rounds do nothing but bind names of the
 * running function to numbers: no list is changed and no function of the program
 * is called, so that a round which gives up can be made anew.
 */
import type { Block, Expression, Statement } from '../syntax/nodes';
import { Code, type FlatCode } from './flat-codes';
import { FlatExpressions } from './flat-expressions';
import { assignedNames, type Loop } from './flat-names';
import type { Scope } from './frame';
import { compileCallee } from './unboxed-calls';

/** null: the loop does something else. */
export function compileFlat(loop: Loop, scope: Scope): FlatCode | null {
  const names = assignedNames(loop, scope);
  return names === null ? null : new FlatCompiler(scope, names).compile(loop);
}

class FlatCompiler extends FlatExpressions {
  /** The rows of jumps out of the innermost loop, and to its next round. */
  private breaks: number[] = [];
  private continues: number[] = [];

  compile(loop: Loop): FlatCode | null {
    const counter = this.take(3);
    const head = this.emit(Code.checkpoint);
    const breaks =
      loop.kind === 'while' ? this.whileRounds(loop, head) : this.rangeRounds(loop, head, counter);
    this.emit(Code.end, 0);
    this.land(breaks);
    this.emit(Code.end, 1);
    if (this.failed || this.taken > this.lowest) return null;
    return {
      rows: Int32Array.from(this.rows),
      locals: this.locals,
      counter,
      numbers: this.numbers,
      scalars: [...this.scalars.values()],
      objects: [...this.objects.values()],
      functions: [...this.functions.values()],
      ranges: [...this.ranges.values()],
    };
  }

  private whileRounds(loop: Extract<Loop, { kind: 'while' }>, head: number): number[] {
    return this.rounds(loop, head, () => this.test(loop.test));
  }

  private rangeRounds(loop: Extract<Loop, { kind: 'for' }>, head: number, counter: number) {
    const leave = () => {
      const row = this.emit(Code.leave, 0, counter, counter + 1, counter + 2);
      this.emit(Code.move, this.local(loop.target), counter);
      return row;
    };
    return this.rounds(loop, head, leave, () => this.emit(Code.add, counter, counter, counter + 2));
  }

  /** Rounds from row `head` on; `enter` gives the row that leaves the loop. Gives the breaks' rows. */
  private rounds(loop: Loop, head: number, enter: () => number, next?: () => void): number[] {
    const [breaks, continues] = [this.breaks, this.continues];
    this.breaks = [];
    this.continues = [];
    const leave = enter();
    this.pending += 1;
    this.block(loop.body);
    this.flush();
    this.land(this.continues);
    next?.();
    this.emit(Code.jump, head);
    this.land([leave]);
    const own = this.breaks;
    this.breaks = breaks;
    this.continues = continues;
    return own;
  }

  private block(block: Block): void {
    for (const statement of block) this.statement(statement);
  }

  private statement(node: Statement): void {
    this.pending += 1;
    const mark = this.free;
    switch (node.kind) {
      case 'assign':
        this.assign(node.targets[0], node.value);
        break;
      case 'augment': {
        const { operator, target, value, span } = node;
        const at = this.local(target);
        this.into({ kind: 'binary', operator, left: target, right: value, span }, at);
        this.bound(at, node);
        break;
      }
      case 'if': {
        const otherwise = this.test(node.test);
        this.block(node.body);
        this.flush();
        const end = node.otherwise.length > 0 ? this.emit(Code.jump) : -1;
        this.land([otherwise]);
        if (end < 0) break;
        this.block(node.otherwise);
        this.flush();
        this.land([end]);
        break;
      }
      case 'while': {
        this.flush();
        this.land(this.whileRounds(node, this.rows.length));
        break;
      }
      case 'for':
        this.range(node);
        break;
      case 'break':
      case 'continue': {
        this.flush();
        const row = this.emit(Code.jump);
        (node.kind === 'break' ? this.breaks : this.continues).push(row);
        break;
      }
      default:
        break;
    }
    this.free = mark;
  }

  private assign(target: Expression, value: Expression): void {
    if (target.kind !== 'tuple') {
      const at = this.local(target);
      this.into(value, at);
      this.bound(at, value);
      return;
    }
    const values = value.kind === 'tuple' ? value.items : [];
    if (values.length !== target.items.length) return this.fail();
    // All are evaluated before the first is bound.
    const made = values.map((each) => {
      const at = this.part(1);
      this.into(each, at);
      return at;
    });
    for (const [i, each] of target.items.entries()) {
      const at = this.local(each);
      this.emit(Code.move, at, made[i]);
      this.bound(at, values[i]);
    }
  }

  /** A `for` inside, over a `range` of its own. */
  private range(node: Extract<Statement, { kind: 'for' }>): void {
    const call = node.iterable;
    if (call.kind !== 'call' || call.arguments.length > 3) return this.fail();
    if (call.arguments.some((each) => each.name !== null || each.spread !== null)) this.fail();
    this.constant(this.ranges, call.callee, () => compileCallee(call.callee, this.scope));
    const given = call.arguments.map((each) => each.value);
    const number = (value: number): Expression =>
      ({ kind: 'number', value, integer: true, span: node.span }) as const;
    const [start, stop, step] = given.length === 1 ? [number(0), given[0]] : given;
    if (stop === undefined) return this.fail();
    const counter = this.take(3);
    for (const [i, each] of [start, stop, step ?? number(1)].entries()) {
      this.into(each, counter + i);
    }
    this.emit(Code.integers, counter, 3);
    this.pending += 1;
    this.flush();
    this.land(this.rangeRounds(node, this.rows.length, counter));
  }
}
