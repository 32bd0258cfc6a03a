/**
 * Formulas for the hover, simplified and drawn in the colour of the theme. The worker
 * does it, once for each formula and colour; the first one loads two libraries, so a
 * hover that would have to wait takes the plain text.
 */
import * as vscode from 'vscode';
import type { FunctionReport } from '../check/report';
import type { TypesetFormula } from '../render/typeset';
import type { WorkerClient } from './worker-client';
import type { ShownFormula } from './worker-messages';

export interface Drawn {
  readonly target: FunctionReport;
  readonly picture: TypesetFormula | null;
}

/** How the text of a hover is coloured in the built-in themes: an image cannot ask the theme. */
const colors: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: '#3b3b3b',
  [vscode.ColorThemeKind.Dark]: '#cccccc',
  [vscode.ColorThemeKind.HighContrast]: '#ffffff',
  [vscode.ColorThemeKind.HighContrastLight]: '#292929',
};

/** Gives a target with its short formulas where they are there within `patience` milliseconds. */
export function createFormulas(
  client: WorkerClient,
  patience: number,
): (target: FunctionReport) => Promise<Drawn> {
  const known = new Map<string, Promise<ShownFormula>>();
  return async (target) => {
    const { formula, name } = target;
    if (formula === null) return { target, picture: null };
    const color = colors[vscode.window.activeColorTheme.kind];
    const key = JSON.stringify([name, formula, color]);
    const plain: ShownFormula = { formula, picture: null };
    let shown = known.get(key);
    if (shown === undefined) {
      shown = client
        .ask({ kind: 'formulas', name: name.split('.').pop() ?? name, formula, color })
        .then((outcome) => (outcome.kind === 'answer' ? outcome.answer : plain));
      if (known.size >= most) known.clear();
      known.set(key, shown);
    }
    const late = new Promise<ShownFormula>((resolve) => setTimeout(() => resolve(plain), patience));
    const { formula: short, picture } = await Promise.race([shown, late]);
    return { target: { ...target, formula: short }, picture };
  };
}

const most = 200;
