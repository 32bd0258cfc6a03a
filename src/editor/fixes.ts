/**
 * Quick fixes at a problem and at the head of a checked function. What changes a result
 * is tried on the text first: a fix that would not do what it says is not offered.
 */
import * as vscode from 'vscode';
import type { FileReport, FunctionReport, SampleReport } from '../check/report';
import { problemsOf } from '../render/problems';
import { placeOf } from './cells';
import { codeOf, toEditorRange } from './convert';
import {
  claimed,
  type Insertion,
  ignoreFile,
  ignoreHere,
  inputsSnippet,
  sampleLine,
  toPython,
} from './fix-edits';
import type { PickServices } from './pick';
import { selector } from './session';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;
const unread: readonly string[] = ['unsupported', 'error', 'undefined', 'limit'];

export function registerFixes(services: PickServices): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    selector,
    {
      async provideCodeActions(document, range, context, token) {
        const state = services.sessions.state(document);
        if (state?.kind !== 'done') return [];
        const { report } = state;
        const actions: vscode.CodeAction[] = [];
        for (const diagnostic of context.diagnostics) {
          if (diagnostic.source !== 'GradLens') continue;
          const target = targetOf(report, diagnostic);
          actions.push(...(await claimFixes(services, document, diagnostic, target)));
          actions.push(...inputFixes(document, diagnostic, target));
          actions.push(...ignoreFixes(document, diagnostic, target));
          if (token.isCancellationRequested) return [];
        }
        const headed = report.functions.find(({ line }) => line === range.start.line + 1);
        if (headed !== undefined) actions.push(...(await sampleFixes(services, document, headed)));
        return actions;
      },
    },
    { providedCodeActionKinds: [QuickFix, RefactorRewrite] },
  );
}

function targetOf(report: FileReport, { range }: vscode.Diagnostic): FunctionReport | undefined {
  return report.functions.find((target) =>
    problemsOf(report, target).some((problem) => toEditorRange(problem).isEqual(range)),
  );
}

/** The formula of the derivative in place of what `@grad` claims, or its value where there is no formula. */
async function claimFixes(
  services: PickServices,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  target: FunctionReport | undefined,
): Promise<vscode.CodeAction[]> {
  if (target?.written !== '@grad' || codeOf(diagnostic) !== 'mismatch') return [];
  const name = /@grad\s+([\w.]+)\s*=/.exec(document.lineAt(diagnostic.range.start.line).text)?.[1];
  const parameter = target.parameters.find((each) => each.name === name);
  if (name === undefined || parameter === undefined) return [];
  const text = (await formulaFor(services, target, name)) ?? valueText(parameter.analytic);
  const edit = text === null ? null : claimed(document, diagnostic, text);
  if (edit === null) return [];
  const after = await tried(services, document, edit);
  const passes = after?.functions
    .find((each) => each.name === target.name)
    ?.parameters.find((each) => each.name === name);
  if (passes?.verdict !== 'pass') return [];
  const action = fix(`Claim ${name} = ${text}`, document, edit, diagnostic);
  action.isPreferred = true;
  return [action];
}

async function formulaFor(
  { client }: PickServices,
  { formula, name }: FunctionReport,
  parameter: string,
): Promise<string | null> {
  if (formula === null) return null;
  const outcome = await client.ask({ kind: 'formulas', name, formula, color: null });
  if (outcome.kind !== 'answer') return null;
  const text = outcome.answer.formula.partials[parameter];
  return text === undefined ? null : toPython(text);
}

function valueText(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : null;
}

/** A line with gaps for the inputs, where none that GradLens picked would do. */
function inputFixes(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  target: FunctionReport | undefined,
): vscode.CodeAction[] {
  if (target === undefined || !unread.includes(target.verdict)) return [];
  if (target.samples.some(({ given }) => given)) return [];
  const found = inputsSnippet(document, target);
  if (found === null) return [];
  const action = new vscode.CodeAction('Give inputs in a @gradcheck line', QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [vscode.SnippetTextEdit.insert(found.position, found.snippet)]);
  return [action];
}

function ignoreFixes(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  target: FunctionReport | undefined,
): vscode.CodeAction[] {
  const code = codeOf(diagnostic);
  // What is malformed is to be mended.
  if (code === 'annotation') return [];
  return [
    fix(
      `Ignore ${code} here`,
      document,
      ignoreHere(document, diagnostic, code, target),
      diagnostic,
    ),
    fix(`Ignore ${code} in this file`, document, ignoreFile(document, code), diagnostic),
  ];
}

/** The inputs that GradLens picked, written down so that they stay and can be changed. */
async function sampleFixes(
  services: PickServices,
  document: vscode.TextDocument,
  target: FunctionReport,
): Promise<vscode.CodeAction[]> {
  if (target.samples.every(isWritten)) return [];
  const edit = sampleLine(document, target);
  if (edit === null) return [];
  const after = await tried(services, document, edit);
  const same = after?.functions.some(
    ({ name, of, verdict, samples }) =>
      name === target.name &&
      of === target.of &&
      verdict === target.verdict &&
      samples.every(isWritten),
  );
  const malformed = after?.problems.some(({ code }) => code === 'annotation') ?? true;
  if (malformed || same !== true) return [];
  const action = new vscode.CodeAction('Write these inputs in a @gradcheck line', RefactorRewrite);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, edit.range, edit.text);
  return [action];
}

/** Whether all that a sample is made of stands in the text. */
function isWritten({ given, origins }: SampleReport): boolean {
  return given || Object.keys(origins).length === 0;
}

/** The report of the text as it would be; null where there is none. */
async function tried(
  { projects, modules, client }: PickServices,
  document: vscode.TextDocument,
  { range, text }: Insertion,
): Promise<FileReport | null> {
  const options = await projects.options(document);
  const source = await modules.load(document, options);
  const own = document.getText();
  const before = own.slice(0, document.offsetAt(range.start));
  const changed = placeOf(document, `${before}${text}${own.slice(document.offsetAt(range.end))}`);
  const outcome = await client.ask({
    kind: 'check',
    source: { ...source, text: changed.text },
    options,
  });
  return outcome.kind === 'answer' ? outcome.answer : null;
}

function fix(
  title: string,
  document: vscode.TextDocument,
  { range, text }: Insertion,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, text);
  return action;
}
