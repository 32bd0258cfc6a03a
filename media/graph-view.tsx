/**
 * The drawing: nodes with value and adjoint, edges with their contributions
 * around the node that is picked or pointed at, or that a step of the chain rule
 * works along. One tab stop; arrows move.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GraphEdge } from '../src/check/graph-report';
import { EdgeLabel, EdgeLine } from './edge';
import type { GraphData } from './graph-data';
import { nodeBeside } from './keyboard';
import { layoutGraph, layoutKey } from './layout';
import { Node } from './node';
import { Search } from './search';
import { Stepper } from './stepper';
import { momentAt, type Step, stepAfter, stepsOf } from './steps';
import { Toolbar } from './toolbar';
import { useGestures } from './use-gestures';
import { bringIntoView, fitWhole, openingView, type Size, type Viewport, zoom } from './viewport';

interface Props {
  readonly data: GraphData;
  readonly selected: number | null;
  readonly onSelect: (id: number | null) => void;
  /** The step of the chain rule that is shown; null: everything. */
  readonly step: number | null;
  readonly onStep: (step: number | null) => void;
}

export function GraphView({ data, selected, onSelect, step, onStep }: Props) {
  const { report } = data;
  const layout = useMemo(() => layoutGraph(report), [layoutKey(report)]);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(svg);
  // null: not moved yet, so that a change of the panel's size shows as much as it can.
  const [chosen, setChosen] = useState<Viewport | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const view = chosen ?? openingView(layout, size);
  useGestures(svg, view, setChosen);
  const [found, setFound] = useState<ReadonlySet<number>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const steps = useMemo(() => stepsOf(report), [report]);
  const position = step === null ? null : Math.min(step, steps.length - 1);
  const moment = useMemo(
    () => (position === null ? null : momentAt(report, steps, position)),
    [report, steps, position],
  );

  const known = (id: number | null) => id !== null && data.node(id) !== undefined;
  const tabStop = known(focused) ? focused : known(selected) ? selected : report.nodes[0].id;
  const edges = layout.edges.map((placed) => {
    const edge = report.edges[placed.index];
    const near = [hovered, selected].some((id) => id === edge.from || id === edge.to);
    return { placed, edge, lit: moment === null ? near : moment.edges.has(placed.index) };
  });

  const zoomBy = (factor: number) => setChosen(zoom(view, factor, size.width / 2, size.height / 2));
  const showWhole = () => setChosen(fitWhole(layout, size));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || tabStop === null) return;
    const next = nodeBeside(event.key, tabStop, report, layout);
    if (next !== null) focus(next);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(tabStop);
    else if (event.key === 'Escape') onSelect(null);
    else if (event.key === '+' || event.key === '=') zoomBy(1.25);
    else if (event.key === '-') zoomBy(0.8);
    else if (event.key === '0') showWhole();
    else if (event.key === '/') search.current?.focus();
    else if (event.key === '.') onStep(stepAfter(position, 1, steps.length));
    else if (event.key === ',') onStep(stepAfter(position, -1, steps.length));
    else return;
    event.preventDefault();
  };
  const show = (id: number | null) => {
    const placed = layout.nodes.find((node) => node.id === id);
    if (placed !== undefined) setChosen(bringIntoView(view, placed, size));
  };
  const current = moment?.current ?? null;
  useEffect(() => show(current ?? selected), [current, selected]);
  const focus = (id: number) => {
    show(id);
    setFocused(id);
    svg.current?.querySelector<SVGElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true });
  };

  return (
    <div class="drawing">
      <Search
        input={search}
        data={data}
        onFound={(ids) => setFound(new Set(ids))}
        onGo={(id) => {
          show(id);
          onSelect(id);
        }}
      />
      <Toolbar onZoomIn={() => zoomBy(1.25)} onZoomOut={() => zoomBy(0.8)} onFit={showWhole} />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg
        ref={svg}
        class="graph"
        role="group"
        aria-label={`Op graph of ${report.name}. Arrow keys move along edges, Enter shows details.`}
        onKeyDown={onKeyDown}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path class="arrow" d="M0,0.5L8,4L0,7.5z" />
          </marker>
        </defs>
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
          {/* What edges tell is told by the nodes too, for those who cannot see them. */}
          {edges.map(({ placed, edge, lit }) => (
            <EdgeLine key={placed.index} placed={placed} edge={edge} lit={lit} />
          ))}
          {layout.nodes.map((placed) => (
            <Node
              key={placed.id}
              placed={placed}
              data={data}
              selected={placed.id === selected}
              tabStop={placed.id === tabStop}
              found={found.has(placed.id)}
              moment={moment}
              onPick={() => onSelect(placed.id)}
              onFocus={() => setFocused(placed.id)}
              onHover={(inside) => setHovered(inside ? placed.id : null)}
            />
          ))}
          {edges
            .filter(({ lit, edge }) => lit && isTold(edge, steps[position ?? -1]))
            .map(({ placed, edge }) => (
              <EdgeLabel key={placed.index} placed={placed} edge={edge} />
            ))}
        </g>
      </svg>
      <Stepper data={data} steps={steps} position={position} moment={moment} onStep={onStep} />
    </div>
  );
}

/** Contributions flow in steps backward, and where nothing is stepped through. */
function isTold({ to }: GraphEdge, step: Step | undefined): boolean {
  return step === undefined || (step.kind === 'pull' && step.node === to);
}

/** The size of an element, kept up to date. */
function useSize(element: { readonly current: SVGSVGElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 800, height: 600 });
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
