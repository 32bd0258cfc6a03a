/** The settings: what they change, at once and for open documents too. */
import * as vscode from 'vscode';
import { eventually, openText, problems } from './window';

const nearly = `# @gradcheck x=3
# @grad x = 2.002*x
def nearly(x):
    return x**2
`;

async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('gradlens');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

describe('settings', () => {
  afterEach(async () => {
    await set('rtol', undefined);
    await set('delay', undefined);
  });

  it('gradlens.rtol decides what is a mismatch', async () => {
    const document = await openText(nearly);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await set('rtol', 0.01);
    await eventually(() => problems(document.uri), []);
  });

  it('that make no sense count as the default', async () => {
    await set('rtol', -1);
    await set('delay', 'soon');
    const document = await openText(nearly);
    await eventually(() => problems(document.uri), ['2 mismatch']);
  });
});
