/** One target in the panel: its verdict, the sliders of its inputs, and its graph as drawing, table or plots. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CurveReport } from '../src/check/curve-report';
import type { GraphNode, GraphReport } from '../src/check/graph-report';
import type { HostMessage } from '../src/render/panel-messages';
import { nodeAt } from './cursor';
import { Details } from './details';
import { Empty } from './empty';
import { graphData } from './graph-data';
import { GraphView } from './graph-view';
import { mostNodes } from './groups';
import { Header } from './header';
import type { Host } from './host';
import { Inputs } from './inputs';
import { picture } from './picture';
import { Plots } from './plots';
import { TableView } from './table-view';
import { usePoint } from './use-point';

/** Where the editor's cursor went last; a new object each time. */
export type Cursor = Extract<HostMessage, { kind: 'cursor' }>;

interface Props {
  readonly host: Host;
  readonly report: GraphReport;
  /** Its inputs have other values than those of the sample. */
  readonly isMoved: boolean;
  readonly checking: boolean;
  readonly cursor: Cursor | null;
  /** The newest answer about a curve; null: there is none to be had. */
  readonly curve: CurveReport | null | undefined;
}

export function TargetView({ host, report, isMoved, checking, cursor, curve }: Props) {
  const saved = host.getState();
  const own = saved?.path === report.path && saved.name === report.name ? saved : null;
  const prefersTable = document.body.classList.contains('vscode-using-screen-reader');
  const [selected, setSelected] = useState<number | null>(own?.selected ?? null);
  const [view, setView] = useState(own?.view ?? (prefersTable ? 'table' : 'drawing'));
  const [open, setOpen] = useState(own?.open ?? []);
  const [step, setStep] = useState(own?.step ?? null);
  const [pinned, setPinned] = useState(own?.pinned ?? false);
  const [paused, setPaused] = useState(false);
  const { path, name } = report;
  useEffect(() => {
    host.setState({ path, name, selected, view, open, step, pinned });
  }, [host, path, name, selected, view, open, step, pinned]);
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
  const togglePause = () => {
    setPaused(!paused);
    host.postMessage({ kind: 'pause', paused: !paused });
  };

  const empty = report.nodes.length === 0;
  const large = data.parts.length > mostNodes;
  const shown = large && view === 'drawing' ? 'table' : view;
  return (
    <div class={`panel${checking ? ' old' : ''}`}>
      <Header
        report={report}
        checking={checking}
        view={empty ? null : shown}
        onView={setView}
        pinned={pinned}
        onPin={() => setPinned(!pinned)}
        paused={paused}
        onPause={togglePause}
        onExport={async (format) => {
          const image = await picture(format);
          host.postMessage({ kind: 'export', format, image });
        }}
      />
      {!empty && report.movable && (
        <Inputs
          report={report}
          point={point}
          onWrite={(at) => host.postMessage({ kind: 'write', at })}
        />
      )}
      {large && view === 'drawing' && (
        <p class="hint">
          {`This graph has ${report.nodes.length} nodes, and even with its loops and calls closed more than a drawing can show well (${mostNodes}); here it is as a table.`}
        </p>
      )}
      {empty ? (
        <Empty title="No graph" reason={report.reason} />
      ) : (
        <main>
          {shown === 'table' && <TableView data={data} selected={selected} onSelect={select} />}
          {shown === 'drawing' && (
            <GraphView
              data={data}
              selected={selected}
              onSelect={select}
              open={open}
              onOpen={setOpen}
              step={step}
              onStep={setStep}
            />
          )}
          {shown === 'plots' && (
            <Plots
              report={report}
              curve={curve}
              onAsk={(range) => host.postMessage({ kind: 'curve', range })}
            />
          )}
          {node !== undefined && shown !== 'plots' && (
            <Details data={data} node={node} onSelect={select} onReveal={reveal} />
          )}
        </main>
      )}
    </div>
  );
}
