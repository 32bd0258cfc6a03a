/**
 * `@gradcheck` and `@grad` annotations: their plain-data form, and the split of
 * a comment block into items. Expressions are those of the file's own language;
 * the front end hands in the function that lowers them.
 */
import type { Expression } from './nodes';
import type { Span } from './span';

/** One item of a `@gradcheck` line. `name` may be dotted: `self.W`, `params.W1`. */
export type AnnotationItem =
  /** `x=3`, `wrt=(x, w)`, `option.seed=3` (then `option` is true and the name is `seed`). */
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly nameSpan: Span;
      readonly option: boolean;
      readonly value: Expression;
      readonly span: Span;
    }
  /** `x: (4, 3)`, `x in (0, 10)`, `x: (4,) in (0, 1)`: a shape, an interval, or both. */
  | {
      readonly kind: 'drawn';
      readonly name: string;
      readonly nameSpan: Span;
      readonly shape: readonly Expression[] | null;
      readonly interval: { readonly low: Expression; readonly high: Expression } | null;
      readonly span: Span;
    }
  /** `skip: reason`. */
  | { readonly kind: 'skip'; readonly reason: string; readonly span: Span };

export type Annotation =
  | { readonly kind: 'gradcheck'; readonly items: readonly AnnotationItem[]; readonly span: Span }
  /** `@grad x = y + 2*x`. `source` is the expression as written. */
  | {
      readonly kind: 'claim';
      readonly name: string;
      readonly nameSpan: Span;
      readonly value: Expression;
      readonly source: string;
      readonly span: Span;
    }
  /** `@grad d(loss)/d(W1)` on an assignment: the assigned variable is claimed to be this. */
  | {
      readonly kind: 'assignmentClaim';
      readonly of: Expression;
      readonly by: Expression;
      readonly span: Span;
    };
