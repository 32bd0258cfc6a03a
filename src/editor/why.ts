/**
 * "Why?": the answer for one function, class or claim as a read-only document beside the
 * text. Its address holds what was asked, so that it works wherever the text comes from.
 */
import * as vscode from 'vscode';
import type { WhyReport } from '../check/why-report';
import { renderWhy } from '../render/why';
import { offsetIn } from './cells';
import { documentAt, named, type PlaceArgument } from './command-place';
import { cursorOf, type PickServices } from './pick';
import { unansweredText } from './worker-client';

const scheme = 'gradlens-why';

export function registerWhy(services: PickServices): vscode.Disposable {
  const texts = new Map<string, string>();
  const changes = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    vscode.commands.registerCommand(
      'gradlens.why',
      async (place: PlaceArgument, name?: string): Promise<WhyReport | null> => {
        const document = await documentAt(place);
        if (document === null) return null;
        const report = await ask(services, document, named(name));
        if (report === null) {
          void vscode.window.showInformationMessage('There is no function or class here.');
          return null;
        }
        const uri = addressOf(document, report.name);
        texts.set(uri.toString(), renderWhy(report));
        changes.fire(uri);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
          viewColumn: vscode.ViewColumn.Beside,
          preview: true,
          preserveFocus: true,
        });
        return report;
      },
    ),
  );
}

/** Throws, in words for the user, when there is no answer. */
async function ask(
  { projects, modules, client }: PickServices,
  document: vscode.TextDocument,
  name: string | undefined,
): Promise<WhyReport | null> {
  const cursor = cursorOf(document);
  const which = name ?? (cursor === undefined ? undefined : offsetIn(document, cursor));
  if (which === undefined) return null;
  const options = await projects.options(document);
  const source = await modules.load(document, null);
  const outcome = await client.ask({ kind: 'why', source, options, which });
  if (outcome.kind !== 'answer') throw new Error(unansweredText(outcome));
  return outcome.answer;
}

/** One document for each function of a text: asking again renews it. */
function addressOf(document: vscode.TextDocument, name: string): vscode.Uri {
  return vscode.Uri.from({
    scheme,
    path: `why ${name.replaceAll('/', ' ')}.txt`,
    query: document.uri.toString(),
  });
}
