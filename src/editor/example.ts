/** "Open Example": a Python document to try things in, with a right and a wrong gradient. */
import * as vscode from 'vscode';

const text = `import numpy as np


def softplus(x):
    return np.log(1 + np.exp(x))


def softplus_grad(x):
    return 1 / (1 + np.exp(-x))


# @gradcheck x=2, y=3
# @grad x = y + 2*x
# @grad y = x + 1
def product(x, y):
    """The claim about y adds one: see the Problems view, and try the quick fix."""
    return x * y + x**2
`;

export function registerExample(): vscode.Disposable {
  return vscode.commands.registerCommand('gradlens.openExample', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'python', content: text });
    await vscode.window.showTextDocument(document);
  });
}
