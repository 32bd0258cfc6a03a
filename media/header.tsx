/** What was checked and what came out, above the graph. */
import type { GraphReport } from '../src/check/graph-report';
import { formatPoint } from '../src/render/number';
import { verdictWords } from '../src/render/words';

interface Props {
  readonly report: GraphReport;
  /** A newer result is on its way. */
  readonly checking: boolean;
  readonly table: boolean;
  /** Null where there is no choice. */
  readonly onToggleTable: (() => void) | null;
}

export function Header({ report, checking, table, onToggleTable }: Props) {
  const { mark, word } = verdictWords[report.verdict];
  const point = formatPoint(report.at, 60);
  return (
    <header>
      <div class="headline">
        <h1>{report.name}</h1>
        <span class={`verdict ${report.verdict}`} role="status">
          <span aria-hidden="true">{mark}</span> {word}
        </span>
        {point !== '' && <span class="point">{`at ${point}`}</span>}
        <span class="stale" role="status">
          {checking ? 'checking again …' : ''}
        </span>
        {onToggleTable !== null && (
          <button type="button" class="toggle" onClick={onToggleTable}>
            {table ? 'Show drawing' : 'Show table'}
          </button>
        )}
      </div>
      {report.nodes.length > 0 && <p class="reason">{report.reason}</p>}
    </header>
  );
}
