/** The editor door on the desktop and on servers, where extensions run in Node. */
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { activateWith, type Exported } from './editor/activate';
import { nodeThreads } from './editor/threads';

export function activate(context: ExtensionContext): Exported {
  const worker = join(context.extensionPath, 'dist', 'editor', 'worker.mjs');
  return activateWith(nodeThreads(worker), context);
}
