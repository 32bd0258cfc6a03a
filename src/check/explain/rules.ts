/** The rule by which a verdict was reached, in a sentence. */
import { meaningOf } from '../codes';
import type { Vote } from '../explain-report';
import type { Estimated } from '../numeric/line';
import type { ParameterReport } from '../report';

export function ruleOf(
  { verdict, code, source }: ParameterReport,
  { state }: Estimated,
  votes: readonly Vote[],
): string {
  const meaning = code === null ? null : meaningOf(code);
  const judged = votes.filter(({ agree }) => agree).length;
  switch (verdict) {
    case 'pass':
      if (meaning !== null) return meaning;
      if (source === null) {
        return state === 'flat'
          ? 'the function is flat, and the analytic derivative is 0'
          : 'analytic and numeric agree, and the error bar is narrow enough to say so';
      }
      return judged === votes.length
        ? 'all three agree'
        : 'written and analytic agree to the tolerance, and the numeric derivative cannot tell otherwise';
    case 'mismatch':
      return (
        meaning ??
        'analytic and numeric agree, and what is written lies outside their tolerance and error bar'
      );
    case 'kink':
      return 'the one-sided slopes differ; every value between them is right';
    default:
      return meaning ?? 'nothing could be compared';
  }
}
