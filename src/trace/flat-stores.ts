/**
 * The assignments of flat loops: to names, and to items of lists and arrays.
 */
import type { Place } from '../engine/graph';
import type { Expression, Statement } from '../syntax/nodes';
import type { Span } from '../syntax/span';
import { Code } from './flat-codes';
import { type CallNode, FlatExpressions } from './flat-expressions';
import { madeList } from './flat-names';
import { dottedName } from './targets';

type IndexNode = Extract<Expression, { kind: 'index' }>;

/** An item: of which object, at which registers. */
interface Reference {
  readonly object: number;
  readonly first: number;
  /** How many indices; null for one that is no tuple. */
  readonly count: number | null;
}

export abstract class FlatStores extends FlatExpressions {
  protected assign(target: Expression, value: Expression, span: Span): void {
    if (target.kind === 'tuple') return this.assignAll(target.items, value, span);
    if (target.kind === 'index') {
      const made = this.operand(value);
      this.write(this.reference(target), made, isNamed(value), span);
      return;
    }
    const object = target.kind === 'name' ? this.context.objects.get(target.name) : undefined;
    if (object !== undefined) return this.bindObject(object, value);
    const at = this.local(target);
    this.into(value, at);
    this.bound(at, value.span);
  }

  /** All are evaluated before the first is bound. */
  private assignAll(targets: readonly Expression[], value: Expression, span: Span): void {
    const values = value.kind === 'tuple' ? value.items : [];
    if (values.length !== targets.length) return void this.fail();
    const made = this.indices(values);
    for (const [i, each] of targets.entries()) {
      // What a name keeps is no number of which two could share one object: it was copied.
      if (each.kind === 'index') this.write(this.reference(each), made + i, false, span);
      else {
        const at = this.local(each);
        this.emit(Code.move, at, made + i);
        this.bound(at, values[i].span);
      }
    }
  }

  protected augment(node: Extract<Statement, { kind: 'augment' }>): void {
    const { operator, target, value, span } = node;
    if (target.kind !== 'index') {
      const at = this.local(target);
      this.into({ kind: 'binary', operator, left: target, right: value, span }, at);
      this.bound(at, span);
      return;
    }
    const reference = this.reference(target);
    const d = this.part(1);
    this.read(reference, d);
    this.operate(operator, d, d, this.operand(value));
    this.write(reference, d, false, span);
  }

  /** A name that stands for a list or an array. */
  private bindObject(object: number, value: Expression): void {
    const list = madeList(value);
    if (list === null) {
      this.emit(Code.share, object, this.object(value));
      return;
    }
    const { items, times } = list;
    if (times === null) {
      this.placed(value.span, this.emit(Code.list, object, this.indices(items), items.length));
      return;
    }
    const item = this.indices(items);
    this.placed(value.span, this.emit(Code.repeat, object, item, this.operand(times)));
  }

  /** `items.append(x)` as a statement; false when the call is another. */
  protected append({ callee, arguments: given, span }: CallNode): boolean {
    if (callee.kind !== 'member' || given.length !== 1) return false;
    const { tables } = this.frames[0].machine;
    const entry = Object.hasOwn(tables.members.list, callee.name)
      ? tables.members.list[callee.name]
      : undefined;
    if (entry?.kind !== 'function' || entry.id !== 'list.append') return false;
    const [{ value, name, spread }] = given;
    if (name !== null || spread !== null) return false;
    const list = this.object(callee.object);
    this.pending += 1;
    const object = value.kind === 'name' ? this.context.objects.get(value.name) : undefined;
    if (object !== undefined) this.emit(Code.appendObject, list, object);
    else
      this.placed(span, this.emit(Code.append, this.operand(value), list, Number(isNamed(value))));
    return true;
  }

  private reference(target: IndexNode): Reference {
    const object = this.object(target.object);
    if (target.index.kind !== 'tuple') {
      return { object, first: this.operand(target.index), count: null };
    }
    const { items } = target.index;
    return { object, first: this.indices(items), count: items.length };
  }

  private read({ object, first, count }: Reference, d: number): void {
    if (count === null) {
      this.emit(Code.item, d, object, first);
      return;
    }
    // What is read takes the place of the first index.
    const indices = this.part(count);
    for (let i = 0; i < count; i++) this.emit(Code.move, indices + i, first + i);
    this.emit(Code.element, d, object, indices, count);
  }

  private write(
    { object, first, count }: Reference,
    value: number,
    named: boolean,
    span: Span,
  ): void {
    const row =
      count === null
        ? this.emit(Code.storeItem, value, object, first, Number(named))
        : this.emit(Code.storeElement, value, object, first, count);
    this.placed(span, row);
  }

  private placed({ start, end }: Span, row: number): void {
    this.places.set(row, { path: this.context.scope.path, start, end });
  }

  protected local(target: Expression): number {
    const at = target.kind === 'name' ? this.context.numbers.get(target.name) : undefined;
    return at ?? this.fail();
  }

  /** Notes what a name is bound to; those of inlined functions are nobody's. */
  protected bound(at: number, { start, end }: Span): void {
    const place: Place = { path: this.context.scope.path, start, end };
    if (at < this.locals.length) this.locals[at].place = place;
  }
}

/** A number that a name keeps is the same object afterwards, where that matters. */
function isNamed(value: Expression): boolean {
  return dottedName(value) !== null;
}
