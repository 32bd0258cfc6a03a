/**
 * A problem in the user's text: where it stands, a code to search for, and a
 * sentence that says what is wrong and what to write instead.
 */
import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'information';

export interface Problem {
  readonly span: Span;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}
