/** Reports as JSON text, indented for people, with a line break at the end. */
import type { ExplainReport } from '../check/explain-report';
import type { GraphReport } from '../check/graph-report';
import type { Report } from '../check/report';
import type { WhyReport } from '../check/why-report';

export function renderJson(report: Report | GraphReport | WhyReport | ExplainReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
