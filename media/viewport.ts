/**
 * The part of the drawing that is seen: scale and offset, fitted, zoomed about a
 * point, moved until a node is in sight. Pure arithmetic in pixels.
 */
import type { Layout } from './layout';
import type { PlacedNode } from './nested';

export interface Viewport {
  /** A point of the drawing stands at `x + scale * px`, `y + scale * py` on the screen. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const smallest = 0.1;
const largest = 4;
const smallestReadable = 0.75;
const largestFit = 1.25;
const margin = 24;

/** The whole drawing, centered, at most a little larger than life. */
export function fitWhole(layout: Layout, size: Size): Viewport {
  const scale = bound(
    Math.min(size.width / layout.width, size.height / layout.height, largestFit),
    smallest,
  );
  return {
    x: (size.width - scale * layout.width) / 2,
    y: Math.max(0, (size.height - scale * layout.height) / 2),
    scale,
  };
}

/** What is seen at first: the whole drawing, or its top where the whole could not be read. */
export function openingView(layout: Layout, size: Size): Viewport {
  const whole = fitWhole(layout, size);
  if (whole.scale >= smallestReadable) return whole;
  const scale = smallestReadable;
  return { x: Math.max(0, (size.width - scale * layout.width) / 2), y: 0, scale };
}

/** Zoomed by `factor` so that the screen point (x, y) stays where it is. */
export function zoom(view: Viewport, factor: number, x: number, y: number): Viewport {
  const scale = bound(view.scale * factor, smallest);
  const ratio = scale / view.scale;
  return { x: x - ratio * (x - view.x), y: y - ratio * (y - view.y), scale };
}

export function pan(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** The same scale, moved no further than needed for the node to be seen whole. */
export function bringIntoView(view: Viewport, node: PlacedNode, size: Size): Viewport {
  const x = shift(view.x + view.scale * node.x, (view.scale * node.width) / 2, size.width);
  const y = shift(view.y + view.scale * node.y, (view.scale * node.height) / 2, size.height);
  return x === 0 && y === 0 ? view : pan(view, x, y);
}

function shift(center: number, half: number, extent: number): number {
  if (center - half < margin) return margin - (center - half);
  if (center + half > extent - margin) return extent - margin - (center + half);
  return 0;
}

function bound(scale: number, low: number): number {
  return Math.min(largest, Math.max(low, scale));
}
