/**
 * The extension as a person meets it: drives VS Code with mouse and keyboard on
 * the examples, reads what is on the screen and keeps pictures of it in
 * out/screenshots/, each in a dark and a light theme.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { project } from './install.mjs';
import { startServer } from './server.mjs';
import { hoverOver, openFile, panelFrame, putCursor, runCommand, shown } from './workbench.mjs';

const pictures = join(project, 'out', 'screenshots');
const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** In this order in one window: what is done, and what must be on the screen then. */
const screens = {
  async problems(page) {
    await openFile(page, 'article_matmul.py', lineOf('article_matmul.py', 'def article('));
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(
      page,
      '.markers-panel',
      /claims 13 \(2 of 4 entries differ[^)]*\)\s*GradLens\s*mismatch/,
    );
    await shown(page, '.markers-panel', /claims 6/);
  },
  async 'hover-class'(page) {
    await runCommand(page, 'View: Hide Panel');
    await openFile(page, 'article_matmul.py', lineOf('article_matmul.py', 'class MatMul:'));
    await hoverOver(page, 'MatMul');
    await shown(page, '.monaco-hover', /correct.*analytic.*numeric.*written/s);
  },
  async hover(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await hoverOver(page, 'wave', 'img[alt^="wave(x, y) ="]');
    await shown(page, '.monaco-hover', /correct.*analytic.*1\.9093/s);
    await shown(page, '.monaco-hover', /Graph.*Check.*Copy values.*Why/s);
  },
  async 'hover-expression'(page) {
    const line = lineOf('scalars.py', 'def wave(') + 1;
    await openFile(page, 'scalars.py', line);
    for (let step = 0; step < 'return x * np.s'.length; step += 1) {
      await page.keyboard.press('ArrowRight');
    }
    await runCommand(page, 'Show or Focus Hover');
    await shown(page, '.monaco-hover', /np\.sin\(y\).*0\.909297.*adjoint.*0\.5/s);
  },
  async 'quick-fix'(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wrong_claim(') - 1);
    await page.keyboard.press('End');
    // Fixes are offered for a problem that stands.
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await runCommand(page, 'Quick Fix...');
    await shown(page, '.action-widget', /Claim y = x.*Ignore mismatch here/s);
  },
  async tests(page) {
    await page.keyboard.press('Escape');
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def half_square_prime('));
    await page
      .locator('.activitybar .action-item', { has: page.locator('.codicon-test-view-icon') })
      .click();
    await shown(page, '.test-explorer', /scalars\.py/);
    await runCommand(page, 'Test: Run All Tests');
    await shown(page, '.test-explorer', /\d+\/\d+/);
    await page.waitForTimeout(1_500);
  },
  async 'after-tests'(page) {
    await page.locator('.activitybar .action-item').nth(1).click();
    await runCommand(page, 'View: Hide Panel');
  },
  async 'hover-wrong'(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def half_square_prime('));
    await hoverOver(page, 'half_square_prime');
    await shown(page, '.monaco-hover', /lacks a factor 2.*mismatch/s);
  },
  async 'check-command'(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def polynomial('));
    await runCommand(page, 'GradLens: Check Gradient');
    // The driver keeps notifications from popping up.
    await runCommand(page, 'Notifications: Show Notifications');
    await shown(page, '.notifications-center', /polynomial: correct/);
  },
  async graph(page) {
    await runCommand(page, 'Notifications: Clear All Notifications');
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*1\.9093/);
  },
  async 'graph-node'(page) {
    const frame = await panelFrame(page);
    await frame.locator('#gradlens text', { hasText: 'sin' }).first().click();
    await shown(frame, '#gradlens', /contributes/);
  },
  async 'graph-after-edit'(page) {
    await putCursor(page, 'wave');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type(' + x');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /mismatch.*adjoint\s*2\.9093/s);
  },
  async 'graph-after-restart'(page) {
    // The workbench writes its state to the browser every few seconds.
    await page.waitForTimeout(6_000);
    await page.reload();
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /mismatch.*adjoint\s*2\.9093/s);
  },
  async 'graph-network'(page) {
    await openFile(page, 'network.py', lineOf('network.py', 'def softmax_loss_gradient('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /softmax_loss.*mismatch/s);
  },
};

/** Runs all screens in all themes; gives how many passed and failed. */
export async function runScreens() {
  mkdirSync(pictures, { recursive: true });
  const browser = await launchBrowser();
  const count = { passing: 0, failing: 0 };
  try {
    for (const theme of Object.keys(themes)) await runTheme(browser, theme, count);
  } finally {
    await browser.close();
  }
  return count;
}

function lineOf(file, text) {
  const lines = readFileSync(join(project, 'examples', file), 'utf8').split('\n');
  return lines.findIndex((line) => line.startsWith(text)) + 1;
}

async function runTheme(browser, theme, count) {
  // A copy, since the screens type into the files.
  const scratch = mkdtempSync(join(tmpdir(), 'gradlens-'));
  const folder = join(scratch, 'examples');
  cpSync(join(project, 'examples'), folder, { recursive: true });
  const server = await startServer({ settings: { 'workbench.colorTheme': themes[theme] } });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.goto(server.address(folder));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    for (const [name, act] of Object.entries(screens)) {
      const failure = await act(page).then(
        () => null,
        (problem) => problem,
      );
      await page.screenshot({ path: join(pictures, `${name}-${theme}.png`) });
      console.log(`  ${failure === null ? '✔' : '✖'} ${name}, ${theme}`);
      if (failure !== null) console.log(failure.message.replace(/^/gm, '      '));
      count[failure === null ? 'passing' : 'failing'] += 1;
    }
    await page.close();
  } finally {
    server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}
