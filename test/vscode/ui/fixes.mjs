/** Each quick fix: offered at its place, chosen with the mouse, and what the text and the Problems are then. */
import { lineOf, openFile, runCommand, shown } from '../workbench.mjs';

const claim = `# @gradcheck x=3
# @grad x = 4*x
def square(x):
    return x**2
`;

const pair = `import numpy as np


def softplus(x):
    return np.log(1 + np.exp(x))


def softplus_grad(x):
    return 1 / (1 + np.exp(-x))
`;

const unread = `# @gradcheck
def read(q, r=2):
    return open(q).read() * r
`;

export const files = {
  'claim.py': claim,
  'ignored.py': claim,
  'left_out.py': claim,
  'pair.py': pair,
  'unread.py': unread,
};

export const steps = {
  async offered(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wrong_claim(') - 1);
    await page.keyboard.press('End');
    await offered(page, 'Claim y = x');
    await shown(page, '.action-widget', /Claim y = x.*Ignore mismatch here/s);
    await page.keyboard.press('Escape');
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(page, '.markers-panel', /No problems/);
  },
  async claim(page) {
    await openFile(page, 'claim.py', 2);
    await page.keyboard.press('End');
    await apply(page, 'Claim x = 2*x');
    await shown(page, '.view-lines', /# @grad x = 2\*x\s/);
    await shown(page, '.markers-panel', /No problems/);
  },
  async 'ignore-here'(page) {
    await openFile(page, 'ignored.py', 2);
    await page.keyboard.press('End');
    await apply(page, 'Ignore mismatch here');
    await shown(page, '.view-lines', /def square\(x\): {2}# gradlens: ignore\[mismatch\]/);
    await shown(page, '.markers-panel', /No problems/);
  },
  async 'ignore-file'(page) {
    await openFile(page, 'left_out.py', 2);
    await page.keyboard.press('End');
    await apply(page, 'Ignore mismatch in this file');
    await shown(page, '.view-lines', /# gradlens: ignore-file\[mismatch\]/);
    await shown(page, '.markers-panel', /No problems/);
  },
  async inputs(page) {
    await openFile(page, 'unread.py', 3);
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await apply(page, 'Give inputs in a @gradcheck line');
    await shown(page, '.view-lines', /# @gradcheck q=1\.0\s/);
    // Its value is selected, to be typed over.
    await page.keyboard.type('2.5');
    await shown(page, '.view-lines', /# @gradcheck q=2\.5\s/);
  },
  async sample(page) {
    const line = pair.split('\n').indexOf('def softplus_grad(x):') + 1;
    await openFile(page, 'pair.py', line);
    await shown(page, '.monaco-editor', /correct, gradient of softplus/);
    await apply(page, 'Write these inputs in a @gradcheck line');
    await shown(page, '.view-lines', /# @gradcheck x=\d/);
  },
};

/** Fixes are tried before they are offered, so that the list may have to be opened more than once. */
async function offered(page, title) {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: title });
  for (let turn = 0; turn < 10; turn += 1) {
    await runCommand(page, 'Quick Fix...');
    const there = await row.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (there) return row;
    await page.keyboard.press('Escape');
  }
  throw new Error(`${title} is not offered`);
}

async function apply(page, title) {
  const row = await offered(page, title);
  await row.click();
}
