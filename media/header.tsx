/** What was checked and what came out, above the graph. */
import type { GraphReport } from '../src/check/graph-report';
import { uncheckedLines } from '../src/render/facts';
import { formatPoint } from '../src/render/number';
import type { ExportFormat } from '../src/render/panel-messages';
import { verdictWords } from '../src/render/words';
import type { ViewName } from './host';
import { Sentence } from './sentence';

interface Props {
  readonly report: GraphReport;
  /** A newer result is on its way. */
  readonly checking: boolean;
  /** Null where there is nothing to view. */
  readonly view: ViewName | null;
  readonly onView: (view: ViewName) => void;
  /** It stays with this function wherever the cursor goes. */
  readonly pinned: boolean;
  readonly onPin: () => void;
  /** It stays as it is while the text is edited. */
  readonly paused: boolean;
  readonly onPause: () => void;
  readonly onExport: (format: ExportFormat) => void;
}

const views: readonly ViewName[] = ['drawing', 'table', 'plots'];
const formats: readonly ExportFormat[] = ['svg', 'png', 'dot', 'json'];

/** Longer points are left to the input nodes. */
const longestPoint = 80;

export function Header(props: Props) {
  const { report, checking, view, onView, pinned, onPin, paused, onPause, onExport } = props;
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
          {paused ? 'paused: edits are not followed' : checking ? 'checking again …' : ''}
        </span>
        <div class="toggles">
          <Toggle
            name="Pin"
            on={pinned}
            title="Stay with this function wherever the cursor goes"
            onClick={onPin}
          />
          <Toggle
            name="Pause"
            on={paused}
            title="Keep this drawing while the text is edited"
            onClick={onPause}
          />
          {view !== null && (
            <>
              <select
                aria-label="Export"
                value=""
                onChange={({ currentTarget }) => {
                  onExport(currentTarget.value as ExportFormat);
                  currentTarget.value = '';
                }}
              >
                <option value="" hidden>
                  Export …
                </option>
                {formats.map((format) => (
                  <option key={format} value={format}>
                    {format.toUpperCase()}
                  </option>
                ))}
              </select>
              <fieldset class="views" aria-label="View">
                {views.map((each) => (
                  <button
                    key={each}
                    type="button"
                    aria-pressed={each === view}
                    class={each === view ? 'on' : ''}
                    onClick={() => onView(each)}
                  >
                    {each}
                  </button>
                ))}
              </fieldset>
            </>
          )}
        </div>
      </div>
      {report.nodes.length > 0 && (
        <p class="reason">
          <Sentence text={report.reason} />
        </p>
      )}
      {uncheckedLines(report).map((line) => (
        <p key={line} class="unchecked">
          <Sentence text={line} />
        </p>
      ))}
    </header>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly title: string;
  readonly on: boolean;
  readonly onClick: () => void;
}

function Toggle({ name, title, on, onClick }: ToggleProps) {
  return (
    <button type="button" class={on ? 'on' : ''} aria-pressed={on} title={title} onClick={onClick}>
      {name}
    </button>
  );
}
