/** The editor as the panel sees it: messages, and a place for what is kept over a restart. */
import type { ViewMessage } from '../src/render/panel-messages';

export type ViewName = 'drawing' | 'table' | 'plots';

/** What is kept over a restart, to be taken up when the same function is shown again. */
export interface PanelState {
  readonly path: string;
  readonly name: string;
  /** The picked node. */
  readonly selected: number | null;
  readonly view: ViewName;
  /** The keys of the groups that are open, in the order of opening. */
  readonly open: readonly string[];
  /** The step of the chain rule that is shown; null: everything. */
  readonly step: number | null;
  /** It stays with this function wherever the cursor goes. */
  readonly pinned: boolean;
}

export interface Host {
  postMessage(message: ViewMessage): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
}
