/**
 * The extension as a web extension: it runs in the browser's own extension host, its checks in a
 * web worker, and shows what it shows elsewhere.
 */

import { inBrowser } from '../server.mjs';
import { hoverOver, lineOf, openFile, panelFrame, runCommand, shown } from '../workbench.mjs';

/** A check of it takes a minute, for each step of it is a product of large matrices. */
const slow = `import numpy as np


# @gradcheck x=2
def slow(x):
    A = np.ones((900, 900)) * x
    for _ in range(60):
        A = A @ A / 900
    return A.sum()
`;

const endless = `# @gradcheck x=2
def endless(x):
    while True:
        x = x / 2 + 1
    return x
`;

export const files = { 'endless.py': endless, 'slow.py': slow };

export const settings = inBrowser;

export const steps = {
  async problems(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wrong_claim('));
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(page, '.markers-panel', /is 2 at x=2, y=3, `@grad` claims 3/);
    await runCommand(page, 'View: Hide Panel');
  },
  async host(page) {
    await runCommand(page, 'Developer: Show Running Extensions');
    const list = '.runtime-extensions-editor .monaco-list';
    const row = `${list}-row:has-text("gradlens")`;
    await page.locator(`${list}-row`).first().hover();
    // The slowest to start stand first, and only what is in sight is there.
    for (let turn = 0; turn < 20 && (await page.locator(row).count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(200);
    }
    await shown(page, row, /web worker/);
    await page.keyboard.press('Escape');
  },
  async hover(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await hoverOver(page, 'wave', /correct.*analytic.*1\.9093/s, 'img[alt^="wave(x, y) ="]');
  },
  async graph(page) {
    await runCommand(page, 'GradLens: Show Graph');
    await shown(await panelFrame(page), '#gradlens', /adjoint\s*1\.9093/);
    await runCommand(page, 'View: Close All Editors');
  },
  async endless(page) {
    await openFile(page, 'endless.py', 2);
    await runCommand(page, 'Problems: Focus on Problems View');
    // A busy machine runs out of time before the steps are counted.
    await shown(page, '.markers-panel', /a loop here may never end|longer than 10 seconds/);
  },
  async slow(page) {
    await runCommand(page, 'View: Close All Editors');
    await shown(page, '.markers-panel', /No problems/);
    await openFile(page, 'slow.py', 5);
    await shown(page, '.markers-panel', /took longer than 10 seconds and was ended/);
  },
  async 'after-slow'(page) {
    // A worker was ended: another one answers.
    await openFile(page, 'article_matmul.py', lineOf('article_matmul.py', 'def article('));
    await shown(page, '.markers-panel', /claims 13/);
  },
};
