/** Saves the graph of the panel where the user says: as SVG, PNG, DOT or JSON. */
import * as vscode from 'vscode';
import type { GraphReport } from '../check/graph-report';
import { renderDot } from '../render/dot';
import { renderJson } from '../render/json';
import type { ExportFormat } from '../render/panel-messages';

const names: Readonly<Record<ExportFormat, string>> = {
  svg: 'SVG picture',
  png: 'PNG picture',
  dot: 'Graphviz graph',
  json: 'JSON report',
};

export async function exportGraph(
  report: GraphReport,
  { format, image }: { readonly format: ExportFormat; readonly image: string | null },
): Promise<void> {
  const bytes = contents(report, format, image);
  if (bytes === null) {
    const text = 'There is no picture to save here: show the drawing or the plots first.';
    void vscode.window.showWarningMessage(text);
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${report.name}.${format}`;
  const uri = await vscode.window.showSaveDialog({
    defaultUri: folder && vscode.Uri.joinPath(folder, file),
    filters: { [names[format]]: [format] },
  });
  if (uri !== undefined) await vscode.workspace.fs.writeFile(uri, bytes);
}

function contents(
  report: GraphReport,
  format: ExportFormat,
  image: string | null,
): Uint8Array | null {
  const text = (content: string) => new TextEncoder().encode(content);
  switch (format) {
    case 'dot':
      return text(renderDot(report));
    case 'json':
      return text(renderJson(report));
    case 'svg':
      return image === null ? null : text(image);
    case 'png':
      return image === null ? null : Uint8Array.from(atob(image), (each) => each.charCodeAt(0));
  }
}
