/**
 * Workers in the browser. Their files are read through VS Code, since the address of an
 * extension need not be one that a worker can be started from.
 */
import * as vscode from 'vscode';
import type { StartThread } from './worker-client';
import type { WebWorkerData } from './worker-messages';

const grammars = ['tree-sitter.wasm', 'tree-sitter-python.wasm'];

/** Starts workers of the bundle in `folder`, whose files are read once, with the first. */
export function webThreads(folder: vscode.Uri): StartThread {
  let files: ReturnType<typeof readFiles> | null = null;
  return ({ reply, crashed }, givenUp) => {
    files ??= readFiles(folder);
    const started = files
      .then(({ address, assets }) => {
        const worker = new Worker(address, { name: 'GradLens' });
        worker.onmessage = ({ data }) => reply(data);
        worker.onerror = ({ message }) => crashed(message);
        const data: WebWorkerData = { givenUp, assets };
        worker.postMessage(data);
        return worker;
      })
      .catch((error) => {
        files = null;
        crashed(`${error}`);
        return null;
      });
    return {
      post: async (letter) => (await started)?.postMessage(letter),
      end: () => void started.then((worker) => worker?.terminate()),
      spent: () => performance.now(),
    };
  };
}

async function readFiles(folder: vscode.Uri) {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
  const [script, ...found] = await Promise.all(['worker-web.js', ...grammars].map(read));
  const blob = new Blob([new Uint8Array(script)], { type: 'text/javascript' });
  const assets = Object.fromEntries(grammars.map((name, index) => [name, found[index]]));
  return { address: URL.createObjectURL(blob), assets };
}
