/**
 * The edits of quick fixes, as text at a place: ignore comments, the right formula in a
 * claim, `@gradcheck` lines. They are only made here; `fixes` tries them before it offers them.
 */
import * as vscode from 'vscode';
import type { FunctionReport, JsonArray } from '../check/report';
import { formatShape, isList } from '../render/number';

export interface Insertion {
  readonly range: vscode.Range;
  readonly text: string;
}

/** Longer values are given by their shape alone. */
const longestValue = 60;
const longestLine = 96;

/** Behind the code of the line, or of the definition where the line is a comment; alone above it where there is neither. */
export function ignoreHere(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  code: string,
  target: FunctionReport | undefined,
): Insertion {
  const own = document.lineAt(diagnostic.range.start.line);
  // Behind an open string or a backslash a comment would be no comment.
  const bare = /^\s*#/.test(own.text) || diagnostic.range.end.line > own.lineNumber;
  const line = bare && target !== undefined ? document.lineAt(target.range.line - 1) : own;
  const comment = `# gradlens: ignore[${code}]`;
  if (bare && target === undefined) {
    const indent = own.text.slice(0, own.firstNonWhitespaceCharacterIndex);
    return { range: at(own.range.start), text: `${indent}${comment}\n` };
  }
  const end = line.range.end.with({ character: line.text.trimEnd().length });
  return { range: new vscode.Range(end, line.range.end), text: `  ${comment}` };
}

/** At the top of the file, below what must be the first lines of a script. */
export function ignoreFile(document: vscode.TextDocument, code: string): Insertion {
  let line = 0;
  while (line < 2 && /^#(!|.*coding[:=])/.test(document.lineAt(line).text)) line += 1;
  return { range: at(new vscode.Position(line, 0)), text: `# gradlens: ignore-file[${code}]\n` };
}

/** What a claim `@grad name = ...` above a function says, to be replaced; null where it is not found on one line. */
export function claimed(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  text: string,
): Insertion | null {
  const { line } = range.start;
  const source = document.lineAt(line).text;
  const found = /@grad\s+([\w.]+)\s*=\s*(.*?)\s*$/.exec(source);
  if (found === null) return null;
  const start = found.index + found[0].indexOf(found[2], found[0].indexOf('=') + 1);
  return { range: new vscode.Range(line, start, line, start + found[2].length), text };
}

/** A formula as Python writes it. */
export function toPython(formula: string): string {
  return formula.replace(/\s*\^\s*/g, '**');
}

/** `# @gradcheck x=2, W: (3, 4)` above a definition, with the sample that was used; null where there is none. */
export function sampleLine(
  document: vscode.TextDocument,
  target: FunctionReport,
): Insertion | null {
  if (target.kind === 'claim') return null;
  const sample =
    target.samples.find(({ verdict }) => verdict === target.verdict) ?? target.samples[0];
  if (sample === undefined) return null;
  const items = Object.entries(sample.at).map(([name, value]) => itemText(name, value));
  if (items.length === 0) return null;
  const { indent, range } = aboveDefinition(document, target);
  return { range, text: `${broken(items, indent)}\n` };
}

/** The same with gaps to fill in, for a function that could not be run; null where it takes no inputs. */
export function inputsSnippet(
  document: vscode.TextDocument,
  target: FunctionReport,
): { readonly position: vscode.Position; readonly snippet: vscode.SnippetString } | null {
  if (target.kind !== 'function') return null;
  const names = parameterNames(document, target);
  if (names.length === 0) return null;
  const { indent, range } = aboveDefinition(document, target);
  const snippet = new vscode.SnippetString().appendText(`${indent}# @gradcheck `);
  for (const [number, name] of names.entries()) {
    snippet.appendText(`${number === 0 ? '' : ', '}${name}=`).appendPlaceholder('1.0');
  }
  return { position: range.start, snippet: snippet.appendText('\n') };
}

function itemText(name: string, value: JsonArray | string): string {
  if (!isList(value as JsonArray)) return `${name}=${String(value)}`;
  const text = JSON.stringify(value).replaceAll(',', ', ');
  if (text.length <= longestValue && !/null|"/.test(text)) return `${name}=${text}`;
  return `${name}: ${formatShape(shapeOf(value as JsonArray))}`;
}

/** An open list goes on in the next comment line behind a comma. */
function broken(items: readonly string[], indent: string): string {
  const lines = [`${indent}# @gradcheck ${items[0]}`];
  for (const item of items.slice(1)) {
    const last = lines[lines.length - 1];
    if (last.length + item.length + 2 <= longestLine) lines[lines.length - 1] = `${last}, ${item}`;
    else {
      lines[lines.length - 1] = `${last},`;
      lines.push(`${indent}#     ${item}`);
    }
  }
  return lines.join('\n');
}

function aboveDefinition(
  document: vscode.TextDocument,
  { range, ofRange }: FunctionReport,
): { readonly indent: string; readonly range: vscode.Range } {
  // Inputs of a pair are those of its forward function.
  let line = (ofRange ?? range).line - 1;
  while (line > 0 && /^\s*@\w/.test(document.lineAt(line - 1).text)) line -= 1;
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const indent = text.slice(0, firstNonWhitespaceCharacterIndex);
  return { indent, range: at(new vscode.Position(line, 0)) };
}

/** The parameters in the head of a function that have no value yet. */
function parameterNames(document: vscode.TextDocument, { range }: FunctionReport): string[] {
  const from = new vscode.Position(range.endLine - 1, range.endColumn - 1);
  const text = document.getText(new vscode.Range(from, from.translate({ lineDelta: 20 })));
  const head = /^\s*\(([^()]*)\)/.exec(text)?.[1] ?? '';
  return head
    .split(',')
    .map((each) => each.trim())
    .filter((each) => /^[\p{L}_]/u.test(each) && !each.includes('='))
    .map((each) => each.split(':')[0].trim())
    .filter((each) => each !== 'self' && each !== 'cls');
}

function at(position: vscode.Position): vscode.Range {
  return new vscode.Range(position, position);
}

function shapeOf(value: JsonArray): number[] {
  return isList(value) ? [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])] : [];
}
