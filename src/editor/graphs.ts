/**
 * The op graph of a target of a document as it stands, asked for once a result of its
 * check: hovers over many expressions of a function share it.
 */
import type * as vscode from 'vscode';
import type { GraphReport } from '../check/graph-report';
import { graphIn } from './cells';
import type { PickServices } from './pick';
import type { SessionState } from './session';

export type Graphs = (document: vscode.TextDocument, name: string) => Promise<GraphReport | null>;

export function createGraphs({ sessions, projects, modules, client }: PickServices): Graphs {
  // A new check, also for what the document imports, brings a new state.
  const known = new WeakMap<SessionState, Map<string, Promise<GraphReport | null>>>();
  return (document, name) => {
    const state = sessions.state(document);
    if (state === undefined) return Promise.resolve(null);
    const graphs = known.get(state) ?? new Map<string, Promise<GraphReport | null>>();
    known.set(state, graphs);
    const asked = graphs.get(name) ?? ask(document, name);
    graphs.set(name, asked);
    return asked;
  };

  async function ask(document: vscode.TextDocument, name: string): Promise<GraphReport | null> {
    const options = await projects.options(document);
    const source = await modules.load(document, null);
    const outcome = await client.ask({ kind: 'graph', source, options, name, moved: {} });
    if (outcome.kind !== 'answer' || outcome.answer === null) return null;
    return graphIn(document, outcome.answer);
  }
}
