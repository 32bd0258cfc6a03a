/**
 * Which target a place in the text belongs to: at its name, its `def` line, its
 * parameters, or as an expression inside, where only a traced one gives a hover.
 */
import type * as vscode from 'vscode';
import type { FileReport, FunctionReport } from '../check/report';
import { toEditorRange } from './convert';
import type { SessionState } from './session';

/**
 * The function whose name, or whose written gradient's or forward's name, is at the
 * position, or whose `def` line it is; a report of an older text may point elsewhere by now.
 */
export function functionAt(
  document: vscode.TextDocument,
  file: FileReport,
  position: vscode.Position,
): FunctionReport | undefined {
  const place = document.getWordRangeAtPosition(position);
  if (place === undefined) return undefined;
  const word = document.getText(place);
  const { functions } = file;
  return (
    functions.find(
      ({ name, range }) =>
        toEditorRange(range).contains(position) && (name === word || name.endsWith(`.${word}`)),
    ) ??
    functions.find(
      ({ of, ofRange }) =>
        of === word && ofRange !== null && toEditorRange(ofRange).contains(position),
    ) ??
    functions.find(
      ({ written, kind, fullRange }) =>
        written === word && (kind !== 'class' || toEditorRange(fullRange).contains(position)),
    ) ??
    functions.find(({ kind, range, ofRange }) => {
      const names = kind === 'claim' ? [] : [range, ...(ofRange === null ? [] : [ofRange])];
      return names.some((each) => inSignature(document, toEditorRange(each), position));
    })
  );
}

/** What is known of a cell of a notebook. */
export interface CellState {
  readonly cell: vscode.TextDocument;
  readonly state: SessionState;
  readonly file: FileReport;
}

/** The target in another cell whose forward function is defined at the position. */
export function forwardIn(
  document: vscode.TextDocument,
  position: vscode.Position,
  others: readonly CellState[],
): (CellState & { readonly target: FunctionReport }) | undefined {
  const defined = /^\s*(?:async\s+)?def\s+(\w+)/.exec(document.lineAt(position).text)?.[1];
  if (defined === undefined) return undefined;
  const found = others.flatMap((other) =>
    other.file.functions
      .filter(({ of, ofRange }) => of === defined && ofRange === null)
      .map((target) => ({ ...other, target })),
  );
  return found[0];
}

/**
 * The targets inside which the position may be, innermost first: those whose text is around it,
 * and forward functions that begin above it, which the report knows by their names alone.
 */
export function functionsAround(
  file: FileReport,
  position: vscode.Position,
): readonly FunctionReport[] {
  const starts = ({ fullRange, ofRange }: FunctionReport): number[] => {
    const own = toEditorRange(fullRange);
    const found = own.contains(position) ? [own.start.line] : [];
    const forward = ofRange === null ? null : toEditorRange(ofRange);
    return forward?.start.isBefore(position) ? [...found, forward.start.line] : found;
  };
  return file.functions
    .map((target) => ({ target, start: Math.max(-1, ...starts(target)) }))
    .filter(({ start }) => start >= 0)
    .sort((left, right) => right.start - left.start)
    .map(({ target }) => target);
}

/** Between the name of a `def` and the colon that ends its head, on however many lines. */
function inSignature(
  document: vscode.TextDocument,
  name: vscode.Range,
  position: vscode.Position,
): boolean {
  if (position.isBefore(name.start) || position.line > name.start.line + longestSignature) {
    return position.line === name.start.line;
  }
  const text = document.getText(name.with({ end: position }));
  return position.line === name.start.line || !/:\s*(#.*)?$/m.test(text);
}

/** Lines of a head that are looked at. */
const longestSignature = 20;
