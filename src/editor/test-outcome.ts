/**
 * What a report says of one test: passed, failed with a diff of the analytic and the
 * written gradient, errored, or skipped. What was not checked is never counted as passed.
 */
import * as vscode from 'vscode';
import type { FileReport, FunctionReport } from '../check/report';
import { factsText } from '../render/facts';
import { problemOf } from '../render/problems';
import { difference } from '../render/values';
import { verdictWords } from '../render/words';
import { toEditorRange } from './convert';

/** Ends a test that was started, whatever the report says. */
export function endTest(
  run: vscode.TestRun,
  item: vscode.TestItem,
  file: FileReport,
  target: FunctionReport,
): void {
  const { word } = verdictWords[target.verdict];
  const told = target.verdict === 'pass' ? factsText(target) : target.reason;
  const ignored = target.ignored ? ' (ignored)' : '';
  // The terminal of the Test Results view wants both.
  run.appendOutput(`${target.name}: ${word}${ignored} — ${told}\r\n`, undefined, item);
  if (target.ignored) return run.skipped(item);
  switch (target.verdict) {
    case 'pass':
    case 'kink':
      return run.passed(item);
    case 'mismatch':
      return run.failed(item, mismatch(item, file, target));
    case 'unverified':
      return run.skipped(item);
    default:
      // Nobody asked for what only a convention found.
      if (target.annotated) run.errored(item, messageAt(item, file, target, told));
      else run.skipped(item);
  }
}

function mismatch(
  item: vscode.TestItem,
  file: FileReport,
  target: FunctionReport,
): vscode.TestMessage {
  const message = messageAt(item, file, target, target.reason);
  const { analytic, written } = difference(target.parameters);
  if (analytic === written) return message;
  message.expectedOutput = analytic;
  message.actualOutput = written;
  return message;
}

function messageAt(
  item: vscode.TestItem,
  file: FileReport,
  target: FunctionReport,
  text: string,
): vscode.TestMessage {
  const message = new vscode.TestMessage(text);
  const range = problemOf(file, target) ?? target.range;
  if (item.uri !== undefined)
    message.location = new vscode.Location(item.uri, toEditorRange(range));
  return message;
}
