/**
 * The language model tool `gradlens_check_gradient`: an agent in the editor that has
 * just written a gradient asks whether it is right, and reads the report as text and JSON.
 */
import * as vscode from 'vscode';
import { type FileReport, type Report, summarize } from '../check/report';
import { renderJson } from '../render/json';
import { renderText } from '../render/text';
import { unpainted } from '../render/text-details';
import { checkFile } from './check-text';
import type { PickServices } from './pick';

const plain = { paint: unpainted, quiet: false, sources: new Map<string, string>() };

interface Input {
  /** An absolute path or an address, or a path in the workspace. */
  readonly file: string;
  /** Only this function, class or claim, by its qualified name. */
  readonly name?: string;
}

export function registerLanguageModelTool(services: PickServices): vscode.Disposable {
  return vscode.lm.registerTool<Input>('gradlens_check_gradient', {
    prepareInvocation({ input }) {
      return { invocationMessage: `Checking the gradients of ${input.name ?? input.file}` };
    },
    async invoke({ input }, token) {
      const uri = addressOf(input.file);
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const file = await checkFile(services, uri, abort.signal);
      if (file === null) {
        throw new Error(
          `${input.file} could not be checked: give the absolute path of a Python file that exists`,
        );
      }
      const report = reportOf(file, input.name);
      return new vscode.LanguageModelToolResult([
        new vscode.LanguageModelTextPart(renderText(report, plain)),
        new vscode.LanguageModelTextPart(renderJson(report)),
      ]);
    },
  });
}

function addressOf(file: string): vscode.Uri {
  if (/^[a-z][\w+.-]+:/i.test(file)) return vscode.Uri.parse(file);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const absolute = /^([/\\]|[A-Za-z]:)/.test(file);
  return absolute || folder === undefined
    ? vscode.Uri.file(file)
    : vscode.Uri.joinPath(folder.uri, file);
}

/** The report of one target where one is asked for. Throws, in words for the model, where there is none. */
function reportOf(file: FileReport, name: string | undefined): Report {
  if (name === undefined) return { schema: 1, summary: summarize([file]), files: [file] };
  const functions = file.functions.filter((each) => each.name === name || each.of === name);
  if (functions.length === 0) {
    const known = file.functions.map((each) => each.name).join(', ');
    throw new Error(
      `${name} is not checked in this file. ${known === '' ? 'Nothing is: write `# @gradcheck` above the function, or name the gradient function in it with `# @gradcheck gradient=NAME`.' : `Checked are: ${known}.`}`,
    );
  }
  const only = { ...file, functions };
  return { schema: 1, summary: summarize([only]), files: [only] };
}
