/** What was checked and what came out, above the graph. */
import type { GraphReport } from '../src/check/graph-report';
import { formatPoint } from '../src/render/number';
import { verdictWords } from '../src/render/words';
import { Sentence } from './sentence';

interface Props {
  readonly report: GraphReport;
  /** A newer result is on its way. */
  readonly checking: boolean;
  readonly table: boolean;
  /** Null where there is no choice. */
  readonly onToggleTable: (() => void) | null;
}

/** Longer points are left to the input nodes. */
const longestPoint = 80;

export function Header({ report, checking, table, onToggleTable }: Props) {
  const { mark, word } = verdictWords[report.verdict];
  const point = formatPoint(report.at);
  return (
    <header>
      <div class="headline">
        <h1>{report.name}</h1>
        <span class={`verdict ${report.verdict}`} role="status">
          <span aria-hidden="true">{mark}</span> {word}
        </span>
        {point !== '' && point.length <= longestPoint && <span class="point">{`at ${point}`}</span>}
        <span class="stale" role="status">
          {checking ? 'checking again …' : ''}
        </span>
        {onToggleTable !== null && (
          <button type="button" class="toggle" onClick={onToggleTable}>
            {table ? 'Show drawing' : 'Show table'}
          </button>
        )}
      </div>
      {report.nodes.length > 0 && (
        <p class="reason">
          <Sentence text={report.reason} />
        </p>
      )}
    </header>
  );
}
