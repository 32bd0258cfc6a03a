/**
 * The answer to "why?" as plain text, for the terminal and for a document in the editor:
 * what it is, the reasons, the inputs with where each comes from, the notes.
 */
import type { WhyReport } from '../check/why-report';
import { verdictWords, wrap } from './words';

export function renderWhy(report: WhyReport): string {
  const { path, line, name, target, outcome, reasons, sample, notes } = report;
  const is = target ? 'is checked' : 'is not checked';
  const sections = [
    [`${path}:${line}: ${name} ${is}`, ...reasons.flatMap((each) => item(each))],
    outcome === null
      ? []
      : [
          `verdict: ${verdictWords[outcome.verdict].word}`,
          ...wrap(outcome.reason).map((each) => `  ${each}`),
        ],
    sample.length === 0
      ? []
      : [
          'inputs of the first point:',
          ...sample.flatMap((each) => item(`${each.name} = ${each.value}: ${each.origin}`)),
        ],
    notes.length === 0 ? [] : ['notes:', ...notes.flatMap(item)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function item(text: string): string[] {
  return wrap(text).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`));
}
