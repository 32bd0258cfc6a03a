/**
 * The graph panel's entry: listens to the editor, keeps what is shown, draws it.
 * It draws what it is given and decides nothing about gradients.
 */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GraphNode, GraphReport } from '../src/check/graph-report';
import type { HostMessage, ViewMessage } from '../src/render/panel-messages';
import { nodeAt } from './cursor';
import { Details } from './details';
import { graphData } from './graph-data';
import { GraphView } from './graph-view';
import { Header } from './header';
import { Inputs } from './inputs';
import { mostNodes } from './layout';
import './panel.css';
import './graph.css';
import './details.css';
import './heat.css';
import './inputs.css';
import './stepper.css';
import { Sentence } from './sentence';
import { TableView } from './table-view';
import { usePoint } from './use-point';

/** What is kept over a restart, to be taken up when the same function is shown again. */
interface PanelState {
  readonly path: string;
  readonly name: string;
  /** The picked node. */
  readonly selected: number | null;
  /** The table is shown in place of the drawing. */
  readonly table: boolean;
  /** The step of the chain rule that is shown; null: everything. */
  readonly step: number | null;
  /** It stays with this function wherever the cursor goes. */
  readonly pinned: boolean;
}

interface Host {
  postMessage(message: ViewMessage): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Host;

type Shown =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'graph'; readonly report: GraphReport; readonly moved: boolean };

/** Where the editor's cursor went last; a new object each time. */
type Cursor = Extract<HostMessage, { kind: 'cursor' }>;

function Panel({ host }: { readonly host: Host }) {
  const [shown, setShown] = useState<Shown>({ kind: 'waiting' });
  const [checking, setChecking] = useState(false);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent<HostMessage>) => {
      if (data.kind === 'cursor') {
        setCursor(data);
        return;
      }
      setChecking(data.kind === 'checking');
      if (data.kind !== 'checking') setShown(data);
    };
    window.addEventListener('message', onMessage);
    host.postMessage({ kind: 'ready' });
    return () => window.removeEventListener('message', onMessage);
  }, [host]);

  switch (shown.kind) {
    case 'waiting':
      return <Empty title={checking ? 'Checking …' : 'Waiting for a graph …'} reason="" />;
    case 'failed':
      return <Empty title="No graph" reason={shown.reason} />;
    case 'graph':
      // Another function is another panel: nothing of the old one is kept.
      return (
        <Graph
          key={`${shown.report.path}:${shown.report.name}`}
          host={host}
          report={shown.report}
          isMoved={shown.moved}
          checking={checking}
          cursor={cursor}
        />
      );
  }
}

interface GraphProps {
  readonly host: Host;
  readonly report: GraphReport;
  /** Its inputs have other values than those of the sample. */
  readonly isMoved: boolean;
  readonly checking: boolean;
  readonly cursor: Cursor | null;
}

function Graph({ host, report, isMoved, checking, cursor }: GraphProps) {
  const saved = host.getState();
  const own = saved?.path === report.path && saved.name === report.name ? saved : null;
  const prefersTable = document.body.classList.contains('vscode-using-screen-reader');
  const [selected, setSelected] = useState<number | null>(own?.selected ?? null);
  const [table, setTable] = useState(own?.table ?? prefersTable);
  const [step, setStep] = useState(own?.step ?? null);
  const [pinned, setPinned] = useState(own?.pinned ?? false);
  useEffect(() => {
    host.setState({ path: report.path, name: report.name, selected, table, step, pinned });
  }, [host, report.path, report.name, selected, table, step, pinned]);
  const [paused, setPaused] = useState(false);
  useEffect(() => host.postMessage({ kind: 'pin', pinned }), [host, pinned]);
  useEffect(() => {
    if (cursor === null) return;
    const there = nodeAt(report.nodes, cursor.line, cursor.column);
    if (there !== null) setSelected(there);
  }, [cursor]);

  const point = usePoint((message) => host.postMessage(message), report, isMoved);
  const data = useMemo(() => graphData(report), [report]);
  const node = selected === null ? undefined : data.node(selected);
  const reveal = ({ range, path }: GraphNode) => {
    if (range !== null) host.postMessage({ kind: 'reveal', range, path });
  };
  const select = (id: number | null) => {
    setSelected(id);
    const picked = id === null ? undefined : data.node(id);
    if (picked !== undefined) reveal(picked);
  };

  const empty = report.nodes.length === 0;
  const large = report.nodes.length > mostNodes;
  return (
    <div class={`panel${checking ? ' old' : ''}`}>
      <Header
        report={report}
        checking={checking}
        table={table}
        onToggleTable={empty || large ? null : () => setTable(!table)}
        pinned={pinned}
        onPin={() => setPinned(!pinned)}
        paused={paused}
        onPause={() => {
          setPaused(!paused);
          host.postMessage({ kind: 'pause', paused: !paused });
        }}
      />
      {!empty && report.movable && (
        <Inputs
          report={report}
          point={point}
          onWrite={(at) => host.postMessage({ kind: 'write', at })}
        />
      )}
      {large && (
        <p class="hint">
          {`This graph has ${report.nodes.length} nodes, more than a drawing can show well (${mostNodes}); here it is as a table.`}
        </p>
      )}
      {empty ? (
        <Empty title="No graph" reason={report.reason} />
      ) : (
        <main>
          {large || table ? (
            <TableView data={data} selected={selected} onSelect={select} />
          ) : (
            <GraphView
              data={data}
              selected={selected}
              onSelect={select}
              step={step}
              onStep={setStep}
            />
          )}
          {node !== undefined && (
            <Details data={data} node={node} onSelect={select} onReveal={reveal} />
          )}
        </main>
      )}
    </div>
  );
}

function Empty({ title, reason }: { readonly title: string; readonly reason: string }) {
  return (
    <div class="empty" role="status">
      <h2>{title}</h2>
      {reason !== '' && (
        <p>
          <Sentence text={reason} />
        </p>
      )}
    </div>
  );
}

const place = document.createElement('div');
place.id = 'gradlens';
document.body.append(place);
render(<Panel host={acquireVsCodeApi()} />, place);
