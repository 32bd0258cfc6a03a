/** The editor door in the browser, where extensions run in a web worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { activateWith, type Exported } from './editor/activate';
import { webThreads } from './editor/threads-web';

export function activate(context: ExtensionContext): Exported {
  return activateWith(webThreads(Uri.joinPath(context.extensionUri, 'dist')), context);
}
