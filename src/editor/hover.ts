/**
 * The hover: on a checked function's name, head or parameters its verdict and the three
 * gradients side by side; over an expression inside, its value and adjoint.
 */
import * as vscode from 'vscode';
import type { FileReport, FunctionReport, ProblemReport } from '../check/report';
import { expressionMarkdown, nodesAt, opsText } from '../render/expression';
import { hoverMarkdown } from '../render/markdown';
import { problemOf } from '../render/problems';
import { notebookOf, pythonCells } from './cells';
import { toEditorRange } from './convert';
import { createFormulas } from './formulas';
import { createGraphs } from './graphs';
import { type CellState, forwardIn, functionAt, functionsAround } from './hover-place';
import type { PickServices } from './pick';
import { isCurrent, lastReport, type SessionState, type Sessions, selector } from './session';
import { isOn } from './settings';

/** How long the hover waits for a check that is under way, in milliseconds. */
const patience = 500;
/** Forward functions above a place that are asked whether it is theirs. */
const mostAsked = 3;

const links = [
  ['gradlens.showGraph', '$(type-hierarchy) Graph', 'The op graph with values and adjoints'],
  ['gradlens.check', '$(play) Check', 'Check again and tell the result'],
  ['gradlens.copyValues', '$(copy) Copy values', 'All numbers with every digit'],
  ['gradlens.why', 'Why?', 'How it was found, and where its inputs come from'],
] as const;

export function registerHover(services: PickServices): vscode.Disposable {
  const { sessions, client } = services;
  const draw = createFormulas(client, patience);
  const graphOf = createGraphs(services);

  async function functionHover(
    document: vscode.TextDocument,
    state: SessionState,
    file: FileReport,
    found: FunctionReport,
    position: vscode.Position | null,
  ): Promise<vscode.Hover> {
    const { target, picture } = await draw(found);
    const problem = isOn('problems', document) ? problemOf(file, found) : null;
    const graph = found.formula === null ? await soon(graphOf(document, found.name)) : null;
    const text = hoverMarkdown(target, {
      checking: state.kind === 'checking',
      stale: !isCurrent(state),
      told: isTold(problem, position),
      picture,
      ops: graph === null ? '' : opsText(graph),
    });
    return new vscode.Hover(trusted(`${text}\n${linkLine(document.uri, target)}`));
  }

  async function expressionHover(
    document: vscode.TextDocument,
    file: FileReport,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    for (const target of functionsAround(file, position).slice(0, mostAsked)) {
      const graph = await graphOf(document, target.name);
      if (graph === null) continue;
      const nodes = nodesAt(graph, position.line + 1, position.character + 1);
      if (nodes.length === 0) continue;
      const text = `${expressionMarkdown(graph, nodes)}\n\n${linkLine(document.uri, target)}`;
      const { range } = nodes[0];
      return new vscode.Hover(trusted(text), range === null ? undefined : toEditorRange(range));
    }
    return undefined;
  }

  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      if (!isOn('hover', document)) return undefined;
      const state = await sessions.settled(document, patience);
      const file = lastReport(state);
      if (state === undefined || file === null) return undefined;
      const found = functionAt(document, file, position);
      if (found !== undefined) return functionHover(document, state, file, found, position);
      const other = forwardIn(document, position, otherCells(sessions, document));
      if (other !== undefined) {
        return functionHover(other.cell, other.state, other.file, other.target, null);
      }
      // An older report tells nothing of an expression that may have changed.
      return isCurrent(state) ? expressionHover(document, file, position) : undefined;
    },
  });
}

/** A diagnostic at the place tells the reason; null is a place in another cell. */
function isTold(problem: ProblemReport | null, position: vscode.Position | null): boolean {
  if (problem === null || problem.ignored || position === null) return false;
  return toEditorRange(problem).contains(position);
}

/** What is known of the other cells of a notebook. */
function otherCells(sessions: Sessions, document: vscode.TextDocument): CellState[] {
  const notebook = notebookOf(document);
  const cells = notebook === undefined ? [] : pythonCells(notebook);
  return cells.flatMap((cell) => {
    const state = sessions.state(cell);
    const file = lastReport(state);
    const isOther = cell !== document && state !== undefined && file !== null;
    return isOther ? [{ cell, state, file }] : [];
  });
}

/** An answer that is there in time, else null. */
function soon<T>(answer: Promise<T | null>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  return Promise.race([answer, late]);
}

function linkLine(uri: vscode.Uri, target: FunctionReport): string {
  const given = encodeURIComponent(JSON.stringify([uri.toString(), target.name]));
  return links
    .map(([command, title, tip]) => `[${title}](command:${command}?${given} "${tip}")`)
    .join('&nbsp;&nbsp; ');
}

/** Only our own commands may be run by a link: names in the text come from the user's file. */
function trusted(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = true;
  markdown.isTrusted = { enabledCommands: links.map(([command]) => command) };
  return markdown;
}
