/** How parameters are cut into parts, widened, padded and indexed: what that says of their axes and kinds. */
import type { Argument, Expression } from '../../syntax/nodes';
import { NotedUses, note } from './noted-uses';
import { integer, itemsOf } from './paths';
import type { At } from './uses';

export abstract class CutUses extends NotedUses {
  /** `y[i]` and `y[i] - 1` among the items of an index: `y` holds whole numbers. */
  protected chosen(item: Expression, at: At): void {
    const path = this.path(unshifted(item));
    if (path === null) return;
    if (path.endsWith('[]') && item.kind !== 'name' && unshifted(item).kind === 'index') {
      note(this.uses.labels, path.slice(0, -2), at);
    } else note(this.uses.indices, path, at);
  }

  /** `v[:n]`, `v[n:2 * n]`, `a[:, 3 * H:]`: into how many parts an axis is cut. */
  protected sliced(path: string | null, items: readonly Expression[]): void {
    for (const [axis, item] of items.entries()) {
      if (item.kind !== 'slice' || item.step !== null) continue;
      const start = item.start === null ? null : this.multiple(item.start);
      const stop = item.stop === null ? null : this.multiple(item.stop);
      if (start === null && stop === null) continue;
      // What begins behind a part and has no end is as long as the part.
      const open = item.stop === null ? start : null;
      const times = open === null ? (stop?.times ?? 0) : open.times + 1;
      const of = (open ?? stop)?.of;
      if (of === undefined || !Number.isInteger(times) || times < 2) continue;
      // Two unequal names cut at a place of their own.
      if (start !== null && stop !== null && start.of !== stop.of) continue;
      // A rest may have any length, unless it is the last of several parts.
      if (open !== null && open.times < 2) continue;
      if (path === null) this.uses.parts = Math.max(this.uses.parts, times);
      else {
        const part = this.names.get(of) ?? (this.reading.parameters.has(of) ? of : null);
        this.uses.cuts.push({ path, axis, times, part });
      }
    }
  }

  /** `x.shape[1] // 2`, `len(v) // 3`: an axis that a number divides. */
  protected divided(left: Expression, right: Expression): void {
    const times = integer(right);
    if (times === null || times < 2 || times > 9) return;
    const axis = this.axisOf(left) ?? this.sizeOf(left);
    if (axis !== null) this.uses.cuts.push({ ...axis, times, part: null });
  }

  private sizeOf(node: Expression): { path: string; axis: number } | null {
    if (node.kind !== 'member' || node.name !== 'size') return null;
    const path = this.path(node.object);
    return path === null ? null : { path, axis: 0 };
  }

  /** `x.transpose(axes)`, `np.transpose(x, axes)`. */
  protected ordered(values: readonly Expression[]): void {
    for (const each of values) {
      const inner = each.kind === 'spread' ? each.value : each;
      const path = this.path(inner);
      if (path !== null) note(this.uses.orders, path, inner.span.start);
    }
  }

  /** Library functions whose arguments have so many axes, or are widths. */
  protected shaped(name: string, values: readonly Expression[], given: readonly Argument[]): void {
    const [first, second] = values;
    if (first === undefined || second === undefined) return;
    const at = first.span.start;
    if (name === 'pad') {
      const path = this.path(first);
      const pairs = second.kind === 'tuple' || second.kind === 'list' ? second.items : [];
      const isPair = pairs.every((each) => each.kind === 'tuple' || each.kind === 'list');
      if (path !== null && isPair && pairs.length > 1) this.atLeast(path, pairs.length, at);
      for (const each of this.within(second)) note(this.uses.wholes, each, second.span.start);
    }
    if (/^(convolve|correlate)$/.test(name)) {
      for (const each of [first, second]) this.axes(each, 1);
    }
    if (name === 'tensordot') {
      const axes = given.find((each) => each.name === 'axes')?.value ?? values[2];
      const count = axes === undefined ? 2 : integer(axes);
      const lists = axes?.kind === 'tuple' || axes?.kind === 'list' ? axes.items : [];
      for (const [which, each] of [first, second].entries()) {
        const own = (lists[which] === undefined ? [] : itemsOf(lists[which])).map(
          (one) => integer(one) ?? -1,
        );
        const rank = lists[which] === undefined ? (count ?? 1) : Math.max(...own) + 1;
        this.axes(each, rank);
        const path = this.path(each);
        if (path !== null && own.length > 0 && own.length < rank) this.uses.contracted.add(path);
      }
    }
  }

  private axes(node: Expression, rank: number): void {
    this.uses.anyArray = true;
    const path = this.path(node);
    if (path === null || rank < 1) return;
    note(this.uses.arrays, path, node.span.start);
    this.uses.members.add(path);
    this.atLeast(path, rank, node.span.start, true);
  }

  /** `zip(xs, ys)` goes as far as the shorter one: they are meant to be equally long. */
  protected sideBySide(sources: readonly Expression[]): void {
    const paths = sources.map((each) => this.path(each));
    for (const [at, one] of paths.entries()) {
      const next = paths[at + 1] ?? null;
      if (one !== null && next !== null && one !== next) this.uses.sameLengths.push([one, next]);
    }
  }

  /** `(P - Y) * R`: what picks entries of a difference. */
  protected selected(left: Expression, right: Expression): void {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ]) {
      const path = this.path(one);
      const isDifference = other.kind === 'binary' && other.operator === 'subtract';
      if (path !== null && isDifference) this.uses.selectors.add(path);
    }
  }

  /** `if y == 1`: a number that decides. */
  protected decided(node: Expression): void {
    if (node.kind !== 'compare' || node.rest.length !== 1) return;
    const [{ operator, operand }] = node.rest;
    const value = integer(operand);
    const path = this.path(node.first);
    if (!/^(equal|notEqual)$/.test(operator) || value === null || path === null) return;
    const known = this.uses.cases.get(path) ?? { values: new Set(), at: node.span.start };
    known.values.add(value);
    this.uses.cases.set(path, known);
  }
}

/** `k` of `k + 1` and `k - 1`. */
function unshifted(node: Expression): Expression {
  const isShift =
    node.kind === 'binary' &&
    /^(add|subtract)$/.test(node.operator) &&
    integer(node.right) !== null;
  return isShift && node.kind === 'binary' ? node.left : node;
}

/** `dims` of `dims[1:]` and `dims[:-1]`; anything else as it is. */
export function unsliced(node: Expression): Expression {
  return node.kind === 'index' && node.index.kind === 'slice' ? node.object : node;
}
