/**
 * The cells of a notebook in the editor. What is checked is the text of all of them, so that they
 * see each other's names; each cell then shows its part of the report, in its own lines.
 */
import * as vscode from 'vscode';
import { joinCells } from '../check/cells';
import type { GraphReport } from '../check/graph-report';
import type { FileReport, Range } from '../check/report';
import type { TextFile } from './convert';

/** The notebook that a document is a cell of; undefined for any other document. */
export function notebookOf(document: TextFile): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((each) =>
    each.getCells().some((cell) => cell.document === document),
  );
}

/** The Python cells of a notebook, in their order. */
export function pythonCells(notebook: vscode.NotebookDocument): vscode.TextDocument[] {
  return notebook
    .getCells()
    .filter(({ kind, document }) => kind === vscode.NotebookCellKind.Code && isPython(document))
    .map(({ document }) => document);
}

function isPython({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'python';
}

/** A document as a list names it: by its path, a cell by its number in the notebook, too. */
export function titleOf(uri: vscode.Uri): string {
  const address = uri.toString();
  const own = vscode.workspace.textDocuments.find((each) => each.uri.toString() === address);
  const notebook = own && notebookOf(own);
  if (notebook === undefined) return vscode.workspace.asRelativePath(uri);
  const at = notebook.getCells().findIndex(({ document }) => document === own);
  return `${vscode.workspace.asRelativePath(notebook.uri)}, cell ${at + 1}`;
}

/** How lines of a text that is checked and those of a document lie to each other. */
export interface Place {
  /** The text that is checked when the document is. */
  readonly text: string;
  /** Lines that stand above the document in it. */
  readonly above: number;
  /** A range of the text in the lines of the document, or of the cell `path` where it is another one. */
  toDocument(range: Range): { readonly range: Range; readonly path?: string };
}

/** Where a document stands in the text that is checked; `own` is its text, by default as it is. */
export function placeOf(document: TextFile, own = document.getText()): Place {
  const notebook = notebookOf(document);
  if (notebook === undefined) return { text: own, above: 0, toDocument: (range) => ({ range }) };
  const cells = pythonCells(notebook);
  const isOwn = (cell: vscode.TextDocument) => cell === document;
  const { text, starts } = joinCells(cells.map((cell) => (isOwn(cell) ? own : cell.getText())));
  return {
    text,
    above: (starts[cells.findIndex(isOwn)] ?? 1) - 1,
    toDocument(range) {
      const at = starts.findLastIndex((start) => start <= range.line);
      const cell = cells[at];
      const moved = lowered(range, 1 - (starts[at] ?? 1));
      return isOwn(cell) ? { range: moved } : { range: moved, path: cell.uri.toString() };
    },
  };
}

function lowered(range: Range, by: number): Range {
  return { ...range, line: range.line + by, endLine: range.endLine + by };
}

/** The part of a report of the whole text that stands in a document. */
export function reportIn(document: TextFile, file: FileReport): FileReport {
  if (notebookOf(document) === undefined) return file;
  const { toDocument } = placeOf(document);
  const here = (range: Range | null) => {
    const place = range === null ? undefined : toDocument(range);
    return place === undefined || place.path !== undefined ? null : place.range;
  };
  return {
    ...file,
    functions: file.functions.flatMap((target) => {
      const [range, fullRange] = [here(target.range), here(target.fullRange)];
      if (range === null || fullRange === null) return [];
      const { cause, ofRange } = target;
      const moved = { line: range.line, range, fullRange, ofRange: here(ofRange) };
      return [{ ...target, ...moved, cause: cause && { ...cause, range: here(cause.range) } }];
    }),
    problems: file.problems.flatMap((problem) => {
      const place = toDocument(problem);
      if (place.path !== undefined) return [];
      const related = problem.related.map((each) =>
        each.path === undefined ? { ...each, ...toDocument(each.range) } : each,
      );
      const { line, column, endLine, endColumn } = place.range;
      return [{ ...problem, line, column, endLine, endColumn, related }];
    }),
  };
}

/** Of what is found by its line in the whole text, that of a document. */
export function linesIn<T extends { readonly line: number }>(
  document: TextFile,
  found: readonly T[],
): T[] {
  const { toDocument } = placeOf(document);
  return found.flatMap((each) => {
    const { range, path } = toDocument({
      line: each.line,
      column: 1,
      endLine: each.line,
      endColumn: 1,
    });
    return path === undefined ? [{ ...each, line: range.line }] : [];
  });
}

/** A graph of the whole text, seen from a document. */
export function graphIn(document: TextFile, graph: GraphReport): GraphReport {
  if (notebookOf(document) === undefined) return graph;
  const { toDocument } = placeOf(document);
  const nodes = graph.nodes.map((node) =>
    node.range === null || node.path !== undefined ? node : { ...node, ...toDocument(node.range) },
  );
  return { ...graph, nodes };
}

/** Where a position of a document stands in the text that is checked (UTF-16). */
export function offsetIn(document: TextFile, { line, character }: vscode.Position): number {
  const { text, above } = placeOf(document);
  const before = text.split('\n').slice(0, above + line);
  return before.reduce((sum, each) => sum + each.length + 1, character);
}
