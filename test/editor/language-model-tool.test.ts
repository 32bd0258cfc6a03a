/** The language model tool: it is registered, and answers with text and JSON or with a sentence. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Report } from '../../src/check/report';
import { openText, right, wrong } from './window';

const name = 'gradlens_check_gradient';

async function ask(input: object): Promise<string[]> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await vscode.lm.invokeTool(name, options);
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''));
}

describe('language model tool', () => {
  it('is there for agents, with a schema', async () => {
    await openText(right);
    const tool = vscode.lm.tools.find((each) => each.name === name);
    assert.ok(tool);
    assert.match(tool.description, /forward\/backward/);
  });

  it('reports the text of the editor, as text and as JSON', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    const [text, json] = await ask({ file: document.uri.toString() });
    assert.match(text, /✓ right +correct.*✗ wrong +mismatch/s);
    const { summary } = JSON.parse(json) as Report;
    assert.deepEqual([summary.functions, summary.pass, summary.mismatch], [2, 1, 1]);
  });

  it('reports one function alone, and says what there is where it is unknown', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    const [, json] = await ask({ file: document.uri.toString(), name: 'wrong' });
    const report = JSON.parse(json) as Report;
    assert.deepEqual(
      report.files[0].functions.map((each) => each.name),
      ['wrong'],
    );
    await assert.rejects(
      ask({ file: document.uri.toString(), name: 'other' }),
      /other is not checked in this file\. Checked are: right, wrong/,
    );
  });

  it('says that a file cannot be read', async () => {
    await assert.rejects(ask({ file: '/nowhere/none.py' }), /absolute path of a Python file/);
  });
});
