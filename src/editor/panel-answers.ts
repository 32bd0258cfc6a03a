/** What the core answers about the target of the graph panel, as messages to its view. */
import type * as vscode from 'vscode';
import type { CurveRange } from '../check/curve-report';
import type { Moved } from '../check/graph-report';
import type { HostMessage } from '../render/panel-messages';
import { graphIn } from './cells';
import type { PanelServices } from './panel';
import { openDocument, type PanelTarget } from './panel-source';
import { unansweredText } from './worker-client';

type Core = Pick<PanelServices, 'client' | 'projects' | 'modules'>;

/** The graph of a target in the text as it stands, or why there is none. */
export async function graphMessage(
  core: Core,
  target: PanelTarget,
  moved: Moved,
): Promise<HostMessage> {
  const document = await openDocument(target.uri);
  if (document === null) return { kind: 'failed', reason: 'The file cannot be opened any more.' };
  const asked = await about(core, document, target);
  const outcome = await core.client.ask({ kind: 'graph', ...asked, moved });
  if (outcome.kind !== 'answer') return { kind: 'failed', reason: unansweredText(outcome) };
  return outcome.answer === null
    ? { kind: 'failed', reason: `There is no ${target.name} in this file.` }
    : {
        kind: 'graph',
        report: graphIn(document, outcome.answer),
        moved: Object.keys(moved).length > 0,
      };
}

/** The target along one entry of an input; null where it cannot be run there. */
export async function curveMessage(
  core: Core,
  target: PanelTarget,
  moved: Moved,
  range: CurveRange,
): Promise<HostMessage> {
  const document = await openDocument(target.uri);
  if (document === null) return { kind: 'curve', curve: null };
  const asked = await about(core, document, target);
  const outcome = await core.client.ask({ kind: 'curve', ...asked, moved, range });
  return { kind: 'curve', curve: outcome.kind === 'answer' ? outcome.answer : null };
}

async function about(
  { projects, modules }: Core,
  document: vscode.TextDocument,
  { name }: PanelTarget,
) {
  const options = await projects.options(document);
  const source = await modules.load(document, null);
  return { source, options, name };
}
