/** Reports as JSON text, indented for people, with a line break at the end. */
import type { GraphReport } from '../check/graph-report';
import type { Report } from '../check/report';

export function renderJson(report: Report | GraphReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
