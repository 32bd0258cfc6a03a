/**
 * The drawing: nodes with value and adjoint, edges with their contributions
 * around the node that is picked or pointed at, or that a step of the chain rule
 * works along; frames around groups that are open. One tab stop; arrows move.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type DrawnEdge, drawingOf, groupsAround, opened } from './drawn';
import { EdgeLabel, EdgeLine } from './edge';
import { placeLabels } from './edge-labels';
import { FrameBox, FrameTitle } from './frame';
import type { GraphData } from './graph-data';
import { type Group, isGroup } from './groups';
import { nodeBeside } from './keyboard';
import { layoutGraph, layoutKey } from './layout';
import { Node } from './node';
import { Search } from './search';
import { Stepper } from './stepper';
import { momentAt, type Step, stepAfter, stepsOf } from './steps';
import { Toolbar } from './toolbar';
import { useGestures } from './use-gestures';
import { useSize } from './use-size';
import { bringIntoView, fitWhole, openingView, type Viewport, zoom } from './viewport';

interface Props {
  readonly data: GraphData;
  readonly selected: number | null;
  readonly onSelect: (id: number | null) => void;
  /** The keys of the groups that are open, in the order of opening. */
  readonly open: readonly string[];
  readonly onOpen: (open: readonly string[]) => void;
  /** The step of the chain rule that is shown; null: everything. */
  readonly step: number | null;
  readonly onStep: (step: number | null) => void;
}

export function GraphView({ data, selected, onSelect, open, onOpen, step, onStep }: Props) {
  const { report } = data;
  const drawing = useMemo(() => drawingOf(data, new Set(open)), [data, open]);
  const layout = useMemo(() => layoutGraph(drawing), [layoutKey(drawing)]);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(svg, 'drawing', 800);
  // null: not moved yet, so that a change of the panel's size shows as much as it can.
  const [chosen, setChosen] = useState<Viewport | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const view = chosen ?? openingView(layout, size);
  useGestures(svg, view, setChosen);
  const [found, setFound] = useState<ReadonlySet<number>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const steps = useMemo(() => stepsOf(data, drawing), [data, drawing]);
  const position = step === null ? null : Math.min(step, steps.length - 1);
  const moment = useMemo(
    () => (position === null ? null : momentAt(data, drawing, steps, position)),
    [data, drawing, steps, position],
  );

  /** A node, or the closed group that it is hidden in. */
  const shown = (id: number | null) => (id === null ? undefined : drawing.shownAs(id));
  const hasGroups = data.parts.some(isGroup);
  const picked = shown(selected)?.id ?? null;
  const tabStop = (shown(focused) ?? shown(selected) ?? drawing.nodes[0]).id;
  const isFound = new Set([...found].map((id) => shown(id)?.id));
  const edges = layout.edges.map((placed) => {
    const edge = drawing.edges[placed.index];
    const near = [hovered, picked].some((id) => id === edge.from || id === edge.to);
    return { placed, edge, lit: moment === null ? near : moment.edges.has(placed.index) };
  });

  const zoomBy = (factor: number) => setChosen(zoom(view, factor, size.width / 2, size.height / 2));
  const showWhole = () => setChosen(fitWhole(layout, size));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nodeBeside(event.key, tabStop, drawing, layout);
    const around = shown(tabStop)?.frames[0];
    if (next !== null) focus(next);
    else if (event.key === 'Enter' || event.key === ' ') pick(tabStop);
    else if (event.key === 'Backspace' && around !== undefined) close(around);
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
  useEffect(() => show(current ?? picked), [current, picked]);
  const focus = (id: number) => {
    show(id);
    setFocused(id);
    svg.current?.querySelector<SVGElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true });
  };

  /** What is focused once a group has been opened or closed. */
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    const there = shown(awaited.current);
    awaited.current = null;
    if (there !== undefined) focus(there.id);
  }, [open]);
  const close = ({ key, nodes }: Group) => {
    awaited.current = nodes[nodes.length - 1].id;
    onOpen(open.filter((each) => each !== key));
  };
  const pick = (id: number) => {
    const drawn = shown(id);
    if (drawn === undefined || drawn.group === null) return onSelect(id);
    awaited.current = drawn.group.nodes[0].id;
    onOpen(opened(data, open, [...drawn.frames.toReversed(), drawn.group]));
  };

  return (
    <div class="drawing">
      <div class="drawing-bar">
        <Search
          input={search}
          data={data}
          onFound={(ids) => setFound(new Set(ids))}
          onGo={(id) => {
            onOpen(opened(data, open, groupsAround(data.parts, id)));
            onSelect(id);
          }}
        />
        <Toolbar onZoomIn={() => zoomBy(1.25)} onZoomOut={() => zoomBy(0.8)} onFit={showWhole} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg
        ref={svg}
        class="graph"
        role="group"
        aria-label={`Op graph of ${report.name}. Arrow keys move along edges, Enter shows details${hasGroups ? ' or opens a group, Backspace closes the one around' : ''}.`}
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
          {layout.frames.map((placed) => (
            <FrameBox key={placed.group.key} placed={placed} />
          ))}
          {/* What edges tell is told by the nodes too, for those who cannot see them. */}
          {edges.map(({ placed, edge, lit }) => (
            <EdgeLine key={placed.index} placed={placed} edge={edge} lit={lit} />
          ))}
          {layout.frames.map((placed) => (
            <FrameTitle
              key={placed.group.key}
              placed={placed}
              onClose={() => close(placed.group)}
            />
          ))}
          {layout.nodes.map((placed) => {
            const drawn = shown(placed.id);
            if (drawn === undefined) return null;
            return (
              <Node
                key={placed.id}
                placed={placed}
                drawn={drawn}
                inputs={drawing.inputs(placed.id)}
                selected={placed.id === picked}
                tabStop={placed.id === tabStop}
                found={isFound.has(placed.id)}
                moment={moment}
                onPick={() => pick(placed.id)}
                onFocus={() => setFocused(placed.id)}
                onHover={(inside) => setHovered(inside ? placed.id : null)}
              />
            );
          })}
          {placeLabels(
            edges.filter(({ lit, edge }) => lit && isTold(edge, steps[position ?? -1])),
          ).map((label) => (
            <EdgeLabel key={label.index} {...label} />
          ))}
        </g>
      </svg>
      <Stepper
        data={data}
        drawing={drawing}
        steps={steps}
        position={position}
        moment={moment}
        onStep={onStep}
      />
    </div>
  );
}

/** Contributions flow in steps backward, and where nothing is stepped through. */
function isTold({ to }: DrawnEdge, step: Step | undefined): boolean {
  return step === undefined || (step.kind === 'pull' && step.drawn.id === to);
}
