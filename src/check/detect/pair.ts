/**
 * A pair found by convention: a forward computation and what is written as its
 * gradient, how the two are run, and why they are taken for a pair.
 */
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Parameter,
  Program,
} from '../../syntax/nodes';
import type { Span } from '../../syntax/span';

/** How a pair is run: one procedure (folder `procedures`) for each. */
export type Form =
  /** Two functions, or two methods of `owner`. */
  | {
      readonly kind: 'functions';
      readonly forward: FunctionDefinition;
      readonly written: FunctionDefinition;
      /** 2: what is written is a second derivative of forward. */
      readonly order: 1 | 2;
      /** Their names say that the written one is forward's backward, which takes a cotangent. */
      readonly linked: boolean;
      /** Forward's parameters that are differentiated; null for all. */
      readonly wrt: readonly string[] | null;
      /** The function inside which both are defined; null where they can be called from outside. */
      readonly outer: FunctionDefinition | null;
    }
  /** One function that returns the value first and the gradients behind it. */
  | { readonly kind: 'joint'; readonly definition: FunctionDefinition }
  /** One function with a parameter that asks for the derivative in place of the value. */
  | {
      readonly kind: 'flag';
      readonly definition: FunctionDefinition;
      readonly flag: Parameter;
      /** What the flag is for the value and for the derivative. */
      readonly off: Expression;
      readonly on: Expression;
    }
  /** One function that returns the value and fills an array with the gradient. */
  | { readonly kind: 'fill'; readonly definition: FunctionDefinition; readonly filled: Parameter }
  /** An operation of a class of numbers that keeps a closure: `out._backward = _backward`. */
  | {
      readonly kind: 'tape';
      readonly definition: FunctionDefinition;
      /** The attributes that hold a number, its gradient and the closure: `data`, `grad`, `_backward`. */
      readonly data: string;
      readonly gradient: string;
      readonly closure: string;
    }
  /** One function that returns the value and a function from cotangent to gradients. */
  | { readonly kind: 'returned'; readonly definition: FunctionDefinition }
  /** A class of static methods that share a context: `forward(ctx, ...)`, `backward(ctx, g)`. */
  | {
      readonly kind: 'context';
      readonly forward: FunctionDefinition;
      readonly written: FunctionDefinition;
      /** The method that fills the context where forward does not take it. */
      readonly setup: FunctionDefinition | null;
    }
  /** A rule that is registered for a function: `f.defvjp(f_fwd, f_bwd)`, `defvjp(f, lambda ...)`. */
  | {
      readonly kind: 'rule';
      readonly forward: FunctionDefinition;
      /** `vjp`: forward with residuals, then backward; `jvp`: primals and tangents; the others a function an argument. */
      readonly rule: 'vjp' | 'jvp' | 'jvps' | 'makers';
      readonly functions: readonly Expression[];
      /** Parameters that are never differentiated, by position. */
      readonly fixed: readonly number[];
    };

/** `C1` to `C12`, as the documentation counts them, and as a person calls them. */
export interface Convention {
  readonly code: string;
  readonly words: string;
}

export interface Pair {
  /** The qualified name under which it is reported: that of what is written, or of the class. */
  readonly name: string;
  readonly convention: Convention;
  readonly form: Form;
  readonly owner: ClassDefinition | null;
  /** Where it is shown, and the whole of what is written. */
  readonly nameSpan: Span;
  readonly span: Span;
  /** A sentence: why these two are taken for a pair. */
  readonly why: string;
  /**
   * What the names leave open. `shape`: it counts as a pair only when what is written turns
   * out to have the shape of a gradient; `value`: its text must speak of gradients, too, or
   * its numbers be right.
   */
  readonly open: 'nothing' | 'shape' | 'value';
}

/** The functions that can see each other: those of a module, or the methods of a class. */
export interface Scope {
  readonly program: Program;
  readonly owner: ClassDefinition | null;
  /** The function whose inner functions these are. */
  readonly outer: FunctionDefinition | null;
  /** In the order of the text; a class also has those of its bases in the file. */
  readonly functions: readonly FunctionDefinition[];
}

/** One convention. `find` looks at one scope at a time and knows no other rule. */
export interface Rule {
  readonly convention: Convention;
  readonly find: (scope: Scope) => readonly Found[];
  /** For a function whose name fits and that is in no pair: a sentence, what was looked for; null where its name does not fit. */
  readonly missed?: (scope: Scope, definition: FunctionDefinition) => string | null;
}

/** What a rule finds: a pair without what the table adds. */
export type Found = Omit<Pair, 'convention' | 'owner'>;

/** The name of a function as a report shows it: `sigmoid_grad`, `Net.loss`. */
export function qualified(owner: ClassDefinition | null, name: string): string {
  return owner === null ? name : `${owner.name}.${name}`;
}

/** The definitions of a pair, forward first. */
export function halvesOf(form: Form): FunctionDefinition[] {
  switch (form.kind) {
    case 'functions':
    case 'context':
      return [form.forward, form.written];
    case 'rule':
      return [form.forward];
    default:
      return [form.definition];
  }
}
