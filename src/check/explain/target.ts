/** `explain`: the whole reasoning behind the verdict of one target. */
import { meaningOf } from '../codes';
import type { ExplainReport } from '../explain-report';
import type { Opened, Part } from '../opened';
import { pointText } from '../sentences';
import type { WhyReport } from '../why-report';
import { explainParameter } from './parameter';

/** An input by its name, and the entry that is asked for; null: the one that the verdict speaks of. */
export interface Wanted {
  readonly name: string;
  readonly index: readonly number[] | null;
}

/** `why` tells how it was found; `wanted` null: all inputs, without their curves. */
export function explainTarget(
  { program, assembler }: Opened,
  { described, outcome }: Part,
  why: WhyReport | null,
  wanted: Wanted | null,
): ExplainReport {
  const rows = outcome.rows.filter(({ report }) => wanted === null || report.name === wanted.name);
  return {
    schema: 1,
    path: program.path,
    name: described.name,
    line: assembler.range(described.nameSpan).line,
    verdict: outcome.verdict,
    code: outcome.code,
    meaning: outcome.code === null ? null : meaningOf(outcome.code),
    reason: outcome.reason,
    found: why?.reasons ?? [],
    inputs: why?.sample ?? [],
    points: outcome.samples.map(({ at, verdict }) => ({ at: pointText(at), verdict })),
    parameters: rows.map((row) =>
      explainParameter(row, positionIn(row.report.shape, wanted), wanted !== null),
    ),
    names: [...new Set(outcome.rows.map(({ report }) => report.name))],
    notes: outcome.notes,
    unchecked: outcome.unchecked,
  };
}

/** The flat position of the entry that is asked for; null where none is, or where it does not exist. */
function positionIn(shape: readonly number[], wanted: Wanted | null): number | null {
  const index = wanted?.index ?? null;
  if (index === null || index.length !== shape.length) return null;
  if (index.some((each, axis) => each < 0 || each >= shape[axis])) return null;
  return index.reduce((position, each, axis) => position * shape[axis] + each, 0);
}
