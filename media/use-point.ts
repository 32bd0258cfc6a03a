/**
 * The point of the graph as the sliders move it: asks the host for the graph there,
 * one question at a time, the newest next.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GraphReport, Moved } from '../src/check/graph-report';
import type { ViewMessage } from '../src/render/panel-messages';
import { flatOf } from './shapes';

export interface Point {
  /** The values that were chosen, by input; empty: the sample's own. */
  readonly moved: Moved;
  /** The inputs at the sample's own point. */
  readonly origin: ReadonlyMap<string, Float64Array>;
  readonly move: (name: string, entry: number, value: number) => void;
  readonly reset: () => void;
}

export function usePoint(
  post: (message: ViewMessage) => void,
  report: GraphReport,
  isMoved: boolean,
): Point {
  const [moved, setMoved] = useState<Moved>({});
  const origin = useRef<ReadonlyMap<string, Float64Array>>(new Map());
  const asked = useRef<Moved | null>(null);
  const next = useRef<Moved | null>(null);
  if (!isMoved) origin.current = inputsOf(report);
  const ask = (wanted: Moved) => {
    if (asked.current !== null) {
      next.current = wanted;
      return;
    }
    asked.current = wanted;
    post({ kind: 'move', moved: wanted });
  };
  useEffect(() => {
    // An answer has come; what was chosen meanwhile is asked now.
    asked.current = null;
    const wanted = next.current;
    next.current = null;
    if (wanted !== null) ask(wanted);
    else if (!isMoved) setMoved({});
  }, [report]);
  const change = (wanted: Moved) => {
    setMoved(wanted);
    ask(wanted);
  };
  return {
    moved,
    origin: origin.current,
    move(name, entry, value) {
      const values = [...(moved[name] ?? origin.current.get(name) ?? [])];
      values[entry] = value;
      change({ ...moved, [name]: values });
    },
    reset: () => change({}),
  };
}

/** The values of all inputs, flat. */
function inputsOf({ nodes }: GraphReport): ReadonlyMap<string, Float64Array> {
  const inputs = nodes.filter(({ role }) => role === 'input');
  return new Map(inputs.map(({ label, value }) => [label, Float64Array.from(flatOf(value))]));
}
