/** How often the edges of a drawing cross: the measure by which drawings are chosen. */
import type { Point } from './arrange';

/** Lines that only touch do not count. */
export function countCrossings(routes: readonly (readonly Point[])[]): number {
  const segments = routes.flatMap((points, route) =>
    points.slice(1).map((end, position) => ({ route, start: points[position], end })),
  );
  let crossings = 0;
  for (const [position, one] of segments.entries()) {
    for (const other of segments.slice(position + 1)) {
      if (one.route !== other.route && cross(one, other)) crossings += 1;
    }
  }
  return crossings;
}

interface Segment {
  readonly start: Point;
  readonly end: Point;
}

function cross(one: Segment, other: Segment): boolean {
  return (
    side(one, other.start) * side(one, other.end) < 0 &&
    side(other, one.start) * side(other, one.end) < 0
  );
}

/** On which side of a segment's line a point lies: positive, negative, or 0 on it. */
function side({ start, end }: Segment, point: Point): number {
  const area = (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x);
  return Math.abs(area) < 1e-6 ? 0 : area;
}
