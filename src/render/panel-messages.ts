/**
 * The messages between the editor (host) and the graph panel (view), in both
 * directions. All of it is plain JSON. The view posts `ready` first; only then
 * does the host send, and it sends the whole state each time.
 */
import type { CurveRange, CurveReport } from '../check/curve-report';
import type { GraphReport, Moved } from '../check/graph-report';
import type { JsonArray, Range } from '../check/report';

export type ExportFormat = 'svg' | 'png' | 'dot' | 'json';

export type HostMessage =
  /**
   * Draw this graph. With no nodes the report's reason is shown instead. `moved`: inputs have
   * the values that the view asked for.
   */
  | { readonly kind: 'graph'; readonly report: GraphReport; readonly moved: boolean }
  /** A newer result is on its way: what is drawn stays and is marked as stale. */
  | { readonly kind: 'checking' }
  /** There is nothing to draw, with one sentence that says why. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The function along one entry of an input; null where it cannot be run there. */
  | { readonly kind: 'curve'; readonly curve: CurveReport | null }
  /** The cursor moved in the file of the graph: the node that was made there is picked. */
  | { readonly kind: 'cursor'; readonly line: number; readonly column: number };

export type ViewMessage =
  /** The view listens; sent once a load, before anything else. */
  | { readonly kind: 'ready' }
  /** The user picked a node: show its source, perhaps in another file, in the editor. */
  | { readonly kind: 'reveal'; readonly range: Range; readonly path?: string }
  /** Whether the panel stays with its function when the cursor goes to another one. */
  | { readonly kind: 'pin'; readonly pinned: boolean }
  /** Whether the drawing stays as it is while the text is edited. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  /** Give inputs other values; none: those of the sample again. */
  | { readonly kind: 'move'; readonly moved: Moved }
  /** Run the function along one entry of an input, for the plots. */
  | { readonly kind: 'curve'; readonly range: CurveRange }
  /** Save the graph as a file; SVG text, or a PNG as base64, comes from the view. */
  | { readonly kind: 'export'; readonly format: ExportFormat; readonly image: string | null }
  /** Write values of inputs into the annotation. */
  | { readonly kind: 'write'; readonly at: Readonly<Record<string, JsonArray>> };
