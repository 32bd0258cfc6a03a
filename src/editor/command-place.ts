/** What a command is about: the document that a menu, link or lens gives it, else the active one. */
import * as vscode from 'vscode';
import { selector } from './session';

/** A menu gives the resource, a link in a hover the address as text. */
export type PlaceArgument = vscode.Uri | string | undefined;

/** Menus give further arguments after the resource, which are no names. */
export function named(name: unknown): string | undefined {
  return typeof name === 'string' ? name : undefined;
}

/** The document of a command; null, told to the user, where there is none that GradLens understands. */
export async function documentAt(place: PlaceArgument): Promise<vscode.TextDocument | null> {
  const uri = typeof place === 'string' ? vscode.Uri.parse(place) : place;
  const document =
    uri instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(uri)
      : vscode.window.activeTextEditor?.document;
  if (document !== undefined && vscode.languages.match(selector, document) > 0) return document;
  void vscode.window.showInformationMessage('GradLens checks Python files: open one first.');
  return null;
}
