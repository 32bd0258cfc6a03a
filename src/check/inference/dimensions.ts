/**
 * Dimension variables: the axes of sample arrays, and whole numbers that are
 * sizes. Variables are united or bound to a product or a sum of others; free ones
 * get small sizes that all differ, so a size seen in a run tells whose it is.
 */

import { freeSize, imageSizes, type Sizing } from './free-sizes';

/** An index into the table of a hypothesis. */
export type Dimension = number;

/** What an axis is for, as far as that decides which sizes suit it. */
export type Role = 'plain' | 'batch' | 'time' | 'channel' | 'image' | 'kernel' | 'classes';

export type Formula =
  | { readonly kind: 'literal'; readonly size: number }
  | { readonly kind: 'product'; readonly of: readonly Dimension[] }
  | { readonly kind: 'sum'; readonly of: readonly Dimension[]; readonly plus: number };

/** What the code or its words call an axis, in one function. */
export interface AxisName {
  readonly name: string;
  readonly scope: object;
}

interface Fact {
  readonly parent: Dimension | null;
  readonly role: Role;
  readonly formula: Formula | null;
  readonly names: readonly AxisName[];
}

export class Dimensions {
  /** The size of each root, once it was asked for. */
  private known: readonly number[] | null = null;

  private constructor(
    private readonly facts: Fact[],
    private readonly sizing: Sizing,
    /** Whether axes that one function calls by different names stay apart. */
    private readonly apart = false,
  ) {}

  static none(turn: number): Dimensions {
    return new Dimensions([], { images: 0, even: false, turn });
  }

  copy(): Dimensions {
    return this.sized({});
  }

  /** The same, in which axes that one function calls by different names cannot be the same any more. */
  keptApart(): Dimensions {
    return new Dimensions([...this.facts], this.sizing, true);
  }

  /** The same with other extents of images; null when there are no more, or no images. */
  otherImages(): Dimensions | null {
    const has = this.facts.some((each) => each.role === 'image');
    const images = this.sizing.images + 1;
    return has && images < imageSizes.length ? this.sized({ images }) : null;
  }

  /** The same with plain axes that can be halved; null where they can be already, or there are none. */
  evenSizes(): Dimensions | null {
    const has = this.facts.some(({ parent, role }) => parent === null && role === 'plain');
    return has && !this.sizing.even ? this.sized({ even: true }) : null;
  }

  private sized(changes: Partial<Sizing>): Dimensions {
    return new Dimensions([...this.facts], { ...this.sizing, ...changes }, this.apart);
  }

  fresh(role: Role = 'plain', names: readonly AxisName[] = []): Dimension {
    this.known = null;
    return this.facts.push({ parent: null, role, formula: null, names }) - 1;
  }

  bound(formula: Formula): Dimension {
    const made = this.fresh();
    this.facts[made] = { parent: null, role: 'plain', formula, names: [] };
    return made;
  }

  literal(size: number): Dimension {
    return this.bound({ kind: 'literal', size });
  }

  root(dimension: Dimension): Dimension {
    let at = dimension;
    for (;;) {
      const { parent } = this.facts[at];
      if (parent === null) return at;
      at = parent;
    }
  }

  isFree(dimension: Dimension): boolean {
    return this.facts[this.root(dimension)].formula === null;
  }

  /** Makes two the same; false when that cannot be. */
  unite(a: Dimension, b: Dimension): boolean {
    const [first, second] = [this.root(a), this.root(b)].sort((left, right) => left - right);
    if (first === second) return true;
    const [one, two] = [this.facts[first], this.facts[second]];
    if (this.apart && areApart(one.names, two.names)) return false;
    if (one.formula !== null && two.formula !== null) {
      return this.size(first) === this.size(second) || this.uniteTerms(one.formula, two.formula);
    }
    const [keeps, joins] = two.formula === null ? [first, second] : [second, first];
    if (this.mentions(keeps, joins)) return false;
    const { formula, role } = this.facts[keeps];
    const other = this.facts[joins].role;
    const names = [...one.names, ...two.names];
    this.facts[keeps] = { parent: null, formula, role: role === 'plain' ? other : role, names };
    this.facts[joins] = { parent: keeps, formula: null, role, names: [] };
    this.known = null;
    return true;
  }

  /** `n + 1` and `m + 1` are the same when `n` and `m` are, and `n + 1` is 4 when `n` is 3. */
  private uniteTerms(a: Formula, b: Formula): boolean {
    if (a.kind === 'sum' && b.kind === 'literal' && a.of.length === 1 && b.size > a.plus) {
      return this.isFree(a.of[0]) && this.unite(a.of[0], this.literal(b.size - a.plus));
    }
    if (a.kind === 'literal' && b.kind === 'sum') return this.uniteTerms(b, a);
    if (a.kind === 'literal' || b.kind === 'literal' || a.kind !== b.kind) return false;
    if (a.kind === 'sum' && b.kind === 'sum' && a.plus !== b.plus) return false;
    if (a.of.length !== b.of.length) return false;
    return a.of.every((each, at) => this.unite(each, b.of[at]));
  }

  /** Gives a variable a role, unless it has one. */
  suit(dimension: Dimension, role: Role): void {
    const root = this.root(dimension);
    if (this.facts[root].role !== 'plain') return;
    this.facts[root] = { ...this.facts[root], role };
    this.known = null;
  }

  size(dimension: Dimension): number {
    return this.sizes()[this.root(dimension)];
  }

  /** All free or bound variables, each once. */
  roots(): Dimension[] {
    const roots: Dimension[] = [];
    for (let at = 0; at < this.facts.length; at++)
      if (this.facts[at].parent === null) roots.push(at);
    return roots;
  }

  /** What a size may be: a variable, a product or a sum of variables of `among`, then of all; a literal at last. */
  explanations(size: number, among: readonly Dimension[]): Dimension[] {
    const near = [...new Set(among.map((each) => this.root(each)))];
    const all = this.roots();
    const found = [
      this.exact(size, near),
      this.product(size, near),
      this.sum(size, near),
      this.exact(size, all),
      this.plusOne(size, all),
      this.product(size, all),
    ].filter((each) => each !== null);
    const rest = this.minusOne(size, near);
    if (found.length === 0) found.push(this.literal(size));
    if (rest !== null) found.push(rest);
    return found.filter((each, at) => found.indexOf(each) === at);
  }

  explain(size: number, among: readonly Dimension[]): Dimension {
    return this.explanations(size, among)[0];
  }

  private exact(size: number, roots: readonly Dimension[]): Dimension | null {
    return roots.find((each) => this.size(each) === size && !this.isLiteral(each)) ?? null;
  }

  private product(size: number, roots: readonly Dimension[]): Dimension | null {
    const usable = roots.filter((each) => this.size(each) > 1 && !this.isLiteral(each));
    const factors = productOf(size, usable, (each) => this.size(each));
    return factors === null ? null : this.bound({ kind: 'product', of: factors });
  }

  /** What concatenation makes: two axes side by side. */
  private sum(size: number, roots: readonly Dimension[]): Dimension | null {
    for (const one of roots) {
      const two = roots.find((each) => each > one && this.size(each) + this.size(one) === size);
      if (two !== undefined) return this.bound({ kind: 'sum', of: [one, two], plus: 0 });
    }
    return this.plusOne(size, roots);
  }

  /** A column of ones beside the data. */
  private plusOne(size: number, roots: readonly Dimension[]): Dimension | null {
    const one = roots.find((each) => this.size(each) + 1 === size && !this.isLiteral(each));
    return one === undefined ? null : this.bound({ kind: 'sum', of: [one], plus: 1 });
  }

  /** What is left of a vector without its first or last entry. */
  private minusOne(size: number, roots: readonly Dimension[]): Dimension | null {
    const one = roots.find((each) => this.size(each) - 1 === size && !this.isLiteral(each));
    return one === undefined ? null : this.bound({ kind: 'sum', of: [one], plus: -1 });
  }

  private isLiteral(dimension: Dimension): boolean {
    return this.facts[this.root(dimension)].formula?.kind === 'literal';
  }

  private mentions(dimension: Dimension, sought: Dimension): boolean {
    const root = this.root(dimension);
    if (root === sought) return true;
    const { formula } = this.facts[root];
    if (formula === null || formula.kind === 'literal') return false;
    return formula.of.some((each) => this.mentions(each, sought));
  }

  private sizes(): readonly number[] {
    if (this.known !== null) return this.known;
    const { facts } = this;
    // 0: not worked out yet; sizes are 1 or more.
    const sizes = new Array<number>(facts.length).fill(0);
    const used: number[] = [];
    const windows: number[] = [];
    for (let at = 0; at < facts.length; at++) {
      const { parent, formula } = facts[at];
      if (parent !== null || formula?.kind !== 'literal') continue;
      sizes[at] = formula.size;
      if (formula.size > 1) used.push(formula.size);
    }
    for (let at = 0; at < facts.length; at++) {
      const { parent, formula, role } = facts[at];
      if (parent !== null || formula !== null) continue;
      const taken = role === 'kernel' ? windows : used;
      const size = freeSize(role, taken, this.sizing);
      taken.push(size);
      sizes[at] = size;
    }
    const compute = (dimension: Dimension): number => {
      const root = this.root(dimension);
      const { formula } = facts[root];
      if (sizes[root] !== 0 || formula === null || formula.kind === 'literal') return sizes[root];
      let size = formula.kind === 'product' ? 1 : formula.plus;
      for (const each of formula.of) {
        size = formula.kind === 'product' ? size * compute(each) : size + compute(each);
      }
      sizes[root] = size;
      return size;
    };
    for (let at = 0; at < facts.length; at++) if (facts[at].parent === null) compute(at);
    this.known = sizes;
    return sizes;
  }
}

/** Whether there is a function that has names for both, and none in common. */
function areApart(a: readonly AxisName[], b: readonly AxisName[]): boolean {
  return a.some(({ scope }) => {
    const inScope = (each: AxisName) => each.scope === scope;
    const own = new Set(a.filter(inScope).map(({ name }) => name));
    const others = b.filter(inScope);
    return others.length > 0 && !others.some(({ name }) => own.has(name));
  });
}

/** Two to four of the roots, each once, whose sizes multiply to `size`; null when there are none. */
function productOf(
  size: number,
  roots: readonly Dimension[],
  sizeOf: (root: Dimension) => number,
  least = 2,
): Dimension[] | null {
  const search = (rest: number, from: number, taken: Dimension[]): Dimension[] | null => {
    if (rest === 1 && taken.length >= least) return taken;
    if (taken.length === 4) return null;
    for (let at = from; at < roots.length; at++) {
      const own = sizeOf(roots[at]);
      if (rest % own !== 0) continue;
      const found = search(rest / own, at + 1, [...taken, roots[at]]);
      if (found !== null) return found;
    }
    return null;
  };
  return search(size, 0, []);
}
