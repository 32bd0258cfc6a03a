/**
 * The graph panel's entry: listens to the editor, keeps what is shown, draws it.
 * It draws what it is given and decides nothing about gradients.
 */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CurveReport } from '../src/check/curve-report';
import type { GraphReport } from '../src/check/graph-report';
import type { HostMessage } from '../src/render/panel-messages';
import { Empty } from './empty';
import type { Host } from './host';
import './panel.css';
import './graph.css';
import './details.css';
import './heat.css';
import './inputs.css';
import './plots.css';
import './stepper.css';
import { type Cursor, TargetView } from './target-view';

declare function acquireVsCodeApi(): Host;

type Shown =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'graph'; readonly report: GraphReport; readonly moved: boolean };

function Panel({ host }: { readonly host: Host }) {
  const [shown, setShown] = useState<Shown>({ kind: 'waiting' });
  const [checking, setChecking] = useState(false);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [curve, setCurve] = useState<CurveReport | null | undefined>(undefined);
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent<HostMessage>) => {
      switch (data.kind) {
        case 'cursor':
          return setCursor(data);
        case 'curve':
          return setCurve(data.curve);
        case 'checking':
          return setChecking(true);
        default:
          setChecking(false);
          setShown(data);
      }
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
        <TargetView
          key={`${shown.report.path}:${shown.report.name}`}
          host={host}
          report={shown.report}
          isMoved={shown.moved}
          checking={checking}
          cursor={cursor}
          curve={curve}
        />
      );
  }
}

const place = document.createElement('div');
place.id = 'gradlens';
document.body.append(place);
render(<Panel host={acquireVsCodeApi()} />, place);
