/**
 * Where edges meet the rims of nodes: they leave through the lower and arrive at the
 * upper one, side by side where there are several. Edges that part later leave together.
 */
import type { Box, Point } from './layers';

/** At one end of an edge: a node or port to be met at its rim, or the way through a frame. */
export type RunEnd =
  | { readonly kind: 'rim'; readonly center: Point; readonly box: Box }
  | { readonly kind: 'way'; readonly points: readonly Point[] };

export interface Run {
  readonly source: RunEnd;
  readonly between: readonly Point[];
  readonly sink: RunEnd;
}

/** The part of a rim that ends of edges may take. */
const rimShare = 0.6;
const widestGap = 28;

/** The points of each edge, from rim to rim. */
export function joined(runs: readonly Run[]): (readonly Point[])[] {
  const leaving = spread(
    runs.map(({ source, between, sink }) => {
      const { x, y } = between[0] ?? pointOf(sink, 0);
      return { end: source, toward: x, key: `${x} ${y}` };
    }),
  );
  const arriving = spread(
    runs.map(({ source, between, sink }, at) => {
      const { x } = between.at(-1) ?? pointOf(source, -1);
      return { end: sink, toward: x, key: String(at) };
    }),
  );
  return runs.map(({ source, between, sink }, at) => [
    ...(source.kind === 'way' ? source.points : [onRim(source, leaving[at], 1)]),
    ...between,
    ...(sink.kind === 'way' ? sink.points : [onRim(sink, arriving[at], -1)]),
  ]);
}

function pointOf(end: RunEnd, at: 0 | -1): Point {
  return end.kind === 'rim' ? end.center : end.points.at(at)!;
}

function onRim({ center, box }: Extract<RunEnd, { kind: 'rim' }>, x: number, side: 1 | -1): Point {
  return { x, y: center.y + (side * box.height) / 2 };
}

interface Meeting {
  readonly end: RunEnd;
  /** The x of the next point of the route. */
  readonly toward: number;
  /** Edges of one key meet the rim at one place. */
  readonly key: string;
}

/** For each meeting the x on its rim. */
function spread(meetings: readonly Meeting[]): number[] {
  const rims = new Map<Point, Map<string, Meeting>>();
  for (const meeting of meetings) {
    if (meeting.end.kind !== 'rim') continue;
    const { center } = meeting.end;
    const known = rims.get(center) ?? new Map<string, Meeting>();
    rims.set(center, known.set(meeting.key, meeting));
  }
  const places = new Map<Point, Map<string, number>>();
  for (const [center, met] of rims) {
    const sorted = [...met].toSorted(([, one], [, other]) => one.toward - other.toward);
    const { end } = sorted[0][1];
    const width = end.kind === 'rim' ? end.box.width : 0;
    const gap = Math.min(widestGap, (rimShare * width) / sorted.length);
    const first = center.x - (gap * (sorted.length - 1)) / 2;
    places.set(center, new Map(sorted.map(([key], at) => [key, first + gap * at])));
  }
  return meetings.map(({ end, key }) => {
    return end.kind === 'rim' ? places.get(end.center)!.get(key)! : 0;
  });
}
