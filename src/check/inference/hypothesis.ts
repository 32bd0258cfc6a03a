/**
 * A hypothesis: what each parameter (and each part of a dict or list) is taken to
 * be, where that was learned, and how their dimensions hang together. Refinements
 * are made on copies, so that a search can go back.
 */
import { type Dimension, Dimensions } from './dimensions';

/** Where real numbers are drawn from; null bounds: standard normal. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

/** A value that is given as it is. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  /** A permutation of axes. */
  | { readonly kind: 'order'; readonly value: readonly number[] }
  | { readonly kind: 'whole' | 'real'; readonly value: number };

export type Kind =
  | {
      readonly kind: 'array';
      readonly shape: readonly Dimension[];
      readonly domain: Domain | null;
      /** Targets of a loss and the like: real, but never differentiated. */
      readonly fixed: boolean;
      /**
       * Rows (or columns) with a single one, a symmetric positive definite matrix, one near to the
       * identity, numbers in order.
       */
      readonly fill: 'real' | 'oneHot' | 'oneHotColumns' | 'definite' | 'dominant' | 'ascending';
    }
  | { readonly kind: 'number'; readonly domain: Domain | null; readonly fixed: boolean }
  /** An option: tried in this order where it makes a run fail, and at different points where not. */
  | {
      readonly kind: 'choice';
      readonly options: readonly Literal[];
      readonly at: number;
      /** Whether the points are to show all options that run. */
      readonly spread: boolean;
    }
  /** A whole number that is the size of an axis. */
  | { readonly kind: 'size'; readonly dimension: Dimension }
  /** A list, or a tuple, of whole numbers that are sizes: of layers, of paddings. */
  | { readonly kind: 'sizes'; readonly of: readonly Dimension[]; readonly tuple: boolean }
  | {
      readonly kind: 'labels';
      readonly shape: readonly Dimension[];
      readonly classes: Dimension;
      /** One of them is this number, which stands for none. */
      readonly ignored?: number;
    }
  | { readonly kind: 'mask'; readonly shape: readonly Dimension[] }
  /** Its parts are entries of their own: `params.W1`. */
  | { readonly kind: 'dict' }
  /** All items are alike: the entry `xs[]`. */
  | { readonly kind: 'list'; readonly length: Dimension }
  | { readonly kind: 'function' }
  /** The parameter keeps its default. */
  | { readonly kind: 'absent' }
  /** The annotation gives it; its axes, where they can be read off there. */
  | { readonly kind: 'given'; readonly shape: readonly Dimension[] };

/** A number of axes; a column has two, the second of size 1. */
export type Form = number | 'column';

export interface Knowledge {
  readonly kind: Kind;
  /** Seen in the code or forced by a run; else guessed. */
  readonly firm: boolean;
  /** A sentence: where this was learned. */
  readonly origin: string;
  /** The fewest axes that the code leaves possible. */
  readonly least: number;
  /** Further numbers of axes to try, best first. */
  readonly forms: readonly Form[];
}

export class Hypothesis {
  constructor(
    readonly known: Map<string, Knowledge>,
    public dimensions: Dimensions,
    /** How much has been assumed on the way; the search takes the least first. */
    readonly cost: number,
    /** Whether a derivative that ended early had a say in it. */
    readonly pressed = false,
  ) {}

  /** Nothing is known; `turn` as in `Sizing`. */
  static empty(turn: number): Hypothesis {
    return new Hypothesis(new Map(), Dimensions.none(turn), 0);
  }

  /** A copy to refine. */
  copy(cost = 0): Hypothesis {
    const { known, dimensions, pressed } = this;
    return new Hypothesis(new Map(known), dimensions.copy(), this.cost + cost, pressed);
  }

  /** The same, to be refined by what a derivative teaches: axes with names of their own stay apart. */
  underPressure(): Hypothesis {
    return new Hypothesis(new Map(this.known), this.dimensions.keptApart(), this.cost, true);
  }

  kind(path: string): Kind | null {
    return this.known.get(path)?.kind ?? null;
  }

  /** Says what a path is, keeping what was known of its ranks. */
  set(path: string, kind: Kind, origin: string, firm: boolean): void {
    const before = this.known.get(path);
    const { least = 0, forms = [] } = before ?? {};
    this.known.set(path, { kind, origin, firm, least, forms });
  }

  /** The axes of an array, labels or a mask; null for everything else. */
  shape(path: string): readonly Dimension[] | null {
    const kind = this.kind(path);
    return kind !== null && 'shape' in kind ? kind.shape : null;
  }

  /** Gives an array, labels or a mask other axes. */
  reshape(path: string, shape: readonly Dimension[], origin: string | null, firm: boolean): void {
    const before = this.known.get(path);
    if (before === undefined || before.kind.kind === 'given') return;
    const { kind } = before;
    const next: Kind =
      kind.kind === 'labels' || kind.kind === 'mask' || kind.kind === 'array'
        ? { ...kind, shape }
        : {
            kind: 'array',
            shape,
            domain: kind.kind === 'number' ? kind.domain : null,
            fixed: false,
            fill: 'real',
          };
    this.known.set(path, {
      ...before,
      kind: next,
      origin: origin ?? before.origin,
      firm: firm || before.firm,
    });
  }

  /** How many numbers its arrays hold. */
  elements(): number {
    let sum = 0;
    for (const path of this.known.keys()) {
      let size = 1;
      for (const each of this.shape(path) ?? []) size *= this.dimensions.size(each);
      sum += size;
    }
    return sum;
  }

  /** What tells two hypotheses apart. */
  signature(): string {
    let text = '';
    for (const [path, { kind }] of this.known) {
      text += `${path} ${wordsOf(kind)}`;
      for (const each of dimensionsIn(kind)) text += ` ${this.dimensions.size(each)}`;
      text += '\n';
    }
    return text;
  }
}

const words = new WeakMap<Kind, string>();

/** A kind as text, but for its sizes; kept, since refinements share what they do not change. */
function wordsOf(kind: Kind): string {
  let text = words.get(kind);
  if (text === undefined) {
    const bare = { ...kind, shape: 0, classes: 0, dimension: 0, length: 0, of: 0 };
    words.set(kind, (text = JSON.stringify(bare)));
  }
  return text;
}

/** The dimensions that a kind has. */
function dimensionsIn(kind: Kind): readonly Dimension[] {
  switch (kind.kind) {
    case 'size':
      return [kind.dimension];
    case 'sizes':
      return kind.of;
    case 'list':
      return [kind.length];
    case 'labels':
      return [...kind.shape, kind.classes];
    default:
      return 'shape' in kind ? kind.shape : [];
  }
}
