/**
 * The host of the graph panel: one live panel beside the editor that shows the op
 * graph of one target, follows the edits of its file and the cursor, and comes
 * back after a restart of the window.
 */
import * as vscode from 'vscode';
import type { GraphReport, Moved } from '../check/graph-report';
import type { HostMessage, ViewMessage } from '../render/panel-messages';
import type { Modules } from './modules';
import { curveMessage, graphMessage } from './panel-answers';
import { exportGraph } from './panel-export';
import { panelHtml } from './panel-html';
import { followCursor, type PanelTarget, reveal } from './panel-source';
import { writePoint } from './panel-write';
import type { Projects } from './project';
import type { Sessions } from './session';
import type { WorkerClient } from './worker-client';

const panelType = 'gradlens.graph';

export interface GraphPanel extends vscode.Disposable {
  /** Shows the graph of a target, in the panel that is there or in a new one. */
  show(target: PanelTarget): void;
}

export interface PanelServices {
  readonly sessions: Sessions;
  readonly projects: Projects;
  readonly modules: Modules;
  readonly client: WorkerClient;
  readonly extensionUri: vscode.Uri;
  /** Where the target is kept for the next start of the window. */
  readonly memory: vscode.Memento;
}

export function createGraphPanel(services: PanelServices): GraphPanel {
  const { sessions, extensionUri, memory } = services;
  let panel: vscode.WebviewPanel | null = null;
  let target = memory.get<PanelTarget>(panelType) ?? null;
  let pinned = false;
  let paused = false;
  let moved: Moved = {};
  /** What the view shows, for files of it. */
  let drawn: GraphReport | null = null;
  /** Counts the requests for a graph, so that only the newest is drawn. */
  let newest = 0;

  function post(message: HostMessage): void {
    void panel?.webview.postMessage(message);
  }

  async function draw(): Promise<void> {
    if (target === null) {
      post({
        kind: 'failed',
        reason: 'Run “GradLens: Show Graph” in a function to see its graph.',
      });
      return;
    }
    const turn = ++newest;
    if (Object.keys(moved).length === 0) post({ kind: 'checking' });
    const message = await graphMessage(services, target, moved);
    if (turn !== newest) return;
    if (message.kind === 'graph') drawn = message.report;
    post(message);
  }

  function receive(message: ViewMessage): void {
    switch (message.kind) {
      case 'ready':
        return void draw();
      case 'reveal':
        if (target !== null) void reveal(target.uri, message);
        return;
      case 'pin':
        pinned = message.pinned;
        return;
      case 'pause':
        paused = message.paused;
        if (!paused) void draw();
        return;
      case 'move':
        moved = message.moved;
        return void draw();
      case 'curve':
        if (target === null) return;
        void curveMessage(services, target, moved, message.range).then(post);
        return;
      case 'export':
        if (drawn !== null) void exportGraph(drawn, message);
        return;
      case 'write':
        // The annotation says from now on where it stands.
        moved = {};
        if (target !== null) void writePoint(services, target, message.at).then(draw);
    }
  }

  function turnTo(shown: PanelTarget): void {
    target = shown;
    moved = {};
    void memory.update(panelType, shown);
    if (panel !== null) panel.title = title(target);
    void draw();
  }

  function adopt(adopted: vscode.WebviewPanel): void {
    panel = adopted;
    const webview = adopted.webview;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')],
    };
    adopted.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    webview.onDidReceiveMessage(receive);
    adopted.onDidDispose(() => {
      if (panel === adopted) panel = null;
    });
    webview.html = panelHtml(webview, extensionUri);
    adopted.title = title(target);
  }

  const subscriptions = vscode.Disposable.from(
    sessions.onChange(({ document, state }) => {
      if (panel === null || paused || document.uri.toString() !== target?.uri) return;
      if (state?.kind === 'checking') post({ kind: 'checking' });
      else if (state !== undefined) void draw();
    }),
    followCursor(sessions, ({ document, target: under, position }) => {
      if (panel?.visible !== true || paused) return;
      const uri = document.uri.toString();
      const same = uri === target?.uri && under === target.name;
      if (under !== null && !same && !pinned) turnTo({ uri, name: under });
      else if (uri === target?.uri) {
        post({ kind: 'cursor', line: position.line + 1, column: position.character + 1 });
      }
    }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      async deserializeWebviewPanel(restored) {
        adopt(restored);
      },
    }),
  );

  return {
    show(shown) {
      turnTo(shown);
      if (panel === null) {
        const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        adopt(vscode.window.createWebviewPanel(panelType, title(target), place));
      } else panel.reveal(undefined, true);
    },
    // The panel itself stays: VS Code gives it back after a restart.
    dispose: () => subscriptions.dispose(),
  };
}

function title(target: PanelTarget | null): string {
  return target === null ? 'Graph' : `Graph: ${target.name}`;
}
