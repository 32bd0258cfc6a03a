/** How single expressions are noted among the uses of a path: keys, axes, products, domains. */
import type { Expression } from '../../syntax/nodes';
import { dottedName } from '../../trace/targets';
import { isThreshold } from './names';
import { integer, isModule, itemsOf, nameOf, Paths } from './paths';
import { type At, countName, lastName } from './uses';

const weights = /^(w|theta|weights?|u|v|kernel|k)($|[\dA-Z_])|^(W|U|V)[a-zA-Z\d_]*$/;

export abstract class NotedUses extends Paths {
  protected keysOf(path: string): Map<string, { standard: Expression | null; at: At }> {
    let keys = this.uses.keys.get(path);
    if (keys === undefined) {
      keys = new Map();
      this.uses.keys.set(path, keys);
    }
    return keys;
  }

  protected key(path: string, name: string, standard: Expression | null, at: At): void {
    const keys = this.keysOf(path);
    const before = keys.get(name);
    keys.set(name, { standard: before?.standard ?? standard, at: before?.at ?? at });
  }

  protected atLeast(path: string, rank: number, at: At, loose = false): void {
    const before = this.uses.least.get(path);
    if (before === undefined || before.rank < rank) this.uses.least.set(path, { rank, at, loose });
  }

  /** `x[0]`, `x[1]`: as many items as the largest number says, unless something else is read, too. */
  protected counted(path: string, index: Expression, at: At): void {
    for (const [axis, item] of itemsOf(index).entries()) {
      const name = countName(path, axis);
      const before = this.uses.counts.get(name);
      const own = countOf(item);
      if (own === 'all') continue;
      const count =
        own === null || before?.count === null ? null : Math.max(before?.count ?? 0, own);
      this.uses.counts.set(name, { count, at: before?.at ?? at });
    }
  }

  protected compare(node: Extract<Expression, { kind: 'compare' }>): void {
    const sides = [node.first, ...node.rest.map((each) => each.operand)];
    for (const [at, { operator }] of node.rest.entries()) {
      const [left, right] = [sides[at], sides[at + 1]];
      for (const [one, other] of [
        [left, right],
        [right, left],
      ]) {
        const path = this.lowered(one);
        if (/^(less|greater)/.test(operator)) {
          this.threshold(one, other);
          this.limit(one, other);
        }
        if (path === null) continue;
        const none = /^(equal|notEqual)$/.test(operator) ? this.numberOf(other) : null;
        if (none !== null && none < 0) this.uses.ignored.set(path, none);
        const items = operator === 'in' || operator === 'notIn' ? itemsOf(other) : [other];
        for (const item of items) {
          if (item.kind === 'text') {
            const known = this.uses.texts.get(path) ?? { options: new Set(), at: one.span.start };
            known.options.add(item.value);
            this.uses.texts.set(path, known);
          }
          if (item.kind === 'none') this.uses.optional.add(path);
        }
      }
      if (operator === 'in' || operator === 'notIn') {
        const path = this.path(right);
        if (path !== null && left.kind === 'text') this.key(path, left.value, null, at);
      }
    }
  }

  /** A literal, an attribute that is set to one, a parameter that has one as its default. */
  private numberOf(node: Expression): number | null {
    const literal = numeric(node);
    if (literal !== null) return literal;
    if (node.kind === 'member') return this.numbers.get(dottedName(node) ?? '') ?? null;
    const parameter = this.scope.parameters.find(
      ({ name }) => node.kind === 'name' && name === node.name,
    );
    return parameter?.default == null ? null : numeric(parameter.default);
  }

  /** A number that a path is compared with, or clipped to. */
  protected threshold(node: Expression, other: Expression): void {
    const value = numeric(other);
    if (value === null) return;
    for (const path of this.within(node)) {
      const known = this.uses.thresholds.get(path) ?? new Set();
      known.add(value);
      this.uses.thresholds.set(path, known);
    }
  }

  /** A parameter that something computed from others is compared with: both sides are to be seen. */
  private limit(node: Expression, other: Expression): void {
    const limit = this.path(other) ?? this.path(unsigned(other));
    if (limit === null) return;
    const inner = this.within(node, true);
    inner.delete(limit);
    if (inner.size === 0 || !isThreshold(lastName(limit))) return;
    this.uses.limits.add(limit);
    for (const each of inner) {
      if (!this.uses.thresholds.has(each)) this.uses.thresholds.set(each, new Set());
    }
  }

  protected difference(left: Expression, right: Expression): void {
    const [one, two] = [this.path(left), this.path(right)];
    if (one !== null && two !== null && one !== two) this.uses.differences.push([one, two]);
  }

  protected product(left: Expression, right: Expression): void {
    this.uses.anyArray = true;
    this.uses.multiplies = true;
    const [one, two] = [left, right].map((each) => this.path(untransposed(each)));
    for (const path of [one, two]) {
      if (path === null) continue;
      note(this.uses.arrays, path, left.span.start);
      this.uses.members.add(path);
      this.uses.multiplied.add(path);
    }
    const ends = [firstFactor(left), right].map((each) => this.path(each));
    const isForm = ends[0] === ends[1] && left.kind === 'binary' && left.operator === 'matmul';
    if (isForm && ends[0] !== null && !/^[A-Z]/.test(lastName(ends[0]))) {
      this.uses.outer.add(ends[0]);
    }
    const name = (path: string | null, node: Expression) =>
      lastName(path === null || path.endsWith('[]') ? nameOf(node) : path);
    const first = name(one, left);
    const second = name(two, right);
    if (one !== null && /^[xh]$/.test(first) && /^(w|W|weights?)\d?$/.test(second)) {
      this.uses.batches.add(one);
    }
    if (weights.test(first) && !weights.test(second) && second !== '') this.uses.columns = true;
  }

  /** `np.stack(xs)`, `np.stack([x for x in xs])`: a list of arrays. */
  protected joined(value: Expression | undefined, at: At): void {
    const list = value === undefined ? null : this.path(value);
    if (list !== null) note(this.uses.lists, list, at);
    const item = value?.kind === 'comprehension' ? this.path(value.element) : null;
    const path = list === null ? item : `${list}[]`;
    if (path?.endsWith('[]')) note(this.uses.arrays, path, at);
  }

  /** `np.repeat(x, n, axis=2)`: an array that has this axis. */
  protected along({ callee, arguments: given, span }: Extract<Expression, { kind: 'call' }>): void {
    const axis = given.find((each) => each.name === 'axis');
    const number = axis === undefined ? null : integer(axis.value);
    if (number === null || callee.kind !== 'member') return;
    const first = given.slice(0, 1).map(({ value }) => value);
    for (const each of isModule(callee.object) ? first : [callee.object]) {
      const path = this.path(each);
      if (path !== null) this.atLeast(path, number < 0 ? -number : number + 1, span.start);
    }
  }

  /** The letters of an einsum name axes. */
  protected einsum(values: readonly Expression[], at: At): void {
    const [pattern, ...operands] = values;
    if (pattern?.kind !== 'text') return;
    const parts = pattern.value.replaceAll(' ', '').split('->')[0].split(',');
    for (const [which, each] of operands.entries()) {
      const path = this.path(each);
      const letters = parts[which];
      if (path === null || letters === undefined || !/^[a-zA-Z]+$/.test(letters)) continue;
      // The letters of one call are names of their own.
      const names = [...letters].map((letter) => `${letter} in einsum at ${at}`);
      this.uses.axes.push({ path, from: 0, names, whole: true, scope: this.scope, at });
      this.uses.anyArray = true;
    }
  }

  /** An array that is summed, along an axis. */
  protected reduced(over: Expression, axis: Expression | null, at: At): void {
    this.uses.anyArray = true;
    const whole = axis === null ? null : integer(axis);
    const rank = whole === null ? 0 : whole < 0 ? -whole : whole + 1;
    const paths = [...this.within(over)];
    for (const path of paths) {
      note(this.uses.arrays, path, at);
      if (rank > 0 && (paths.length === 1 || /^[A-Zx]/.test(lastName(path)))) {
        this.atLeast(path, rank, at);
      }
    }
  }

  protected domain(name: string, value: Expression | undefined, callee: Expression): void {
    if (value === undefined) return;
    if (callee.kind === 'member' && nameOf(callee.object) === 'math') {
      for (const path of this.within(value)) note(this.uses.scalars, path, value.span.start);
    }
    const logs = this.uses.logs;
    if (/^(log|log2|log10|sqrt|digamma|gammaln)$/.test(name)) {
      for (const { path, flipped } of this.terms(value)) {
        if (flipped || logs.get(path) === 'unit') logs.set(path, 'unit');
        else logs.set(path, 'positive');
      }
    }
    if (/^(arcsin|arccos|arctanh|asin|acos|atanh|logit)$/.test(name)) {
      for (const { path } of this.terms(value)) logs.set(path, 'unit');
    }
    if (/^(arccosh|acosh)$/.test(name)) {
      for (const { path } of this.terms(value)) logs.set(path, 'above one');
    }
  }
}

/** `-c`, which is compared with like `c`. */
function unsigned(node: Expression): Expression {
  return node.kind === 'unary' && node.operator === 'negate' ? node.operand : node;
}

export function note(map: Map<string, At>, path: string, at: At): void {
  if (!map.has(path)) map.set(path, at);
}

/** `x` of `0.5 * x @ A`. */
function firstFactor(node: Expression): Expression {
  if (node.kind !== 'binary') return node;
  if (node.operator === 'matmul') return firstFactor(node.left);
  return node.operator === 'multiply' ? node.right : node;
}

function untransposed(node: Expression): Expression {
  return node.kind === 'member' && node.name === 'T' ? node.object : node;
}

/** How many items an index by numbers speaks of: `2` of three, `:2` of two, `2:` of as many again. */
function countOf(item: Expression): number | 'all' | null {
  const number = integer(item);
  if (number !== null) return number < 0 ? null : number + 1;
  if (item.kind !== 'slice' || item.step !== null) return null;
  const [start, stop] = [item.start, item.stop].map((each) => (each === null ? 0 : integer(each)));
  if (item.start === null && item.stop === null) return 'all';
  if (start === null || stop === null || start < 0 || stop < 0) return null;
  // The second of two halves.
  return item.stop !== null ? stop : start > 1 ? 2 * start : null;
}

/** A number as it is written, with its sign; null for anything else. */
export function numeric(node: Expression): number | null {
  if (node.kind === 'number') return node.value;
  if (node.kind !== 'unary' || node.operator !== 'negate') return null;
  const inner = numeric(node.operand);
  return inner === null ? null : -inner;
}
