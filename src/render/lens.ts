/** The title of the lens above a target: its verdict in words, and what it was compared with. */
import type { FunctionReport } from '../check/report';
import { verdictWords } from './words';

/** `$(pass) correct, gradient of sigmoid`, `$(error) mismatch, against cost_prime`. */
export function lensTitle(target: FunctionReport): string {
  const { icon, word } = verdictWords[target.verdict];
  // A usual space is lost between an icon and what follows it.
  const verdict = `$(${icon})\u00a0${word}${target.ignored ? ' (ignored)' : ''}`;
  const other = comparedWith(target);
  // What is between dollar and brackets would become an icon.
  return other === '' ? verdict : `${verdict}, ${other.replaceAll('$(', '$ (')}`;
}

function comparedWith({ kind, of, written, parameters }: FunctionReport): string {
  if (of !== null && kind === 'function') return `gradient of ${of}`;
  if (written !== null) return `compared with ${written}`;
  return parameters.length === 0 ? '' : 'no written gradient';
}
