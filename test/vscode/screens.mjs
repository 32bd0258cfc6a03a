/**
 * The extension as a person meets it: drives VS Code with mouse and keyboard on
 * the examples, reads what is on the screen and keeps pictures of it in
 * out/screenshots/, each in a dark and a light theme.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
    await openFile(page, 'article_matmul.py');
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(page, '.markers-panel', /mismatch/);
    await shown(page, '.markers-panel', /GradLens/);
  },
  async hover(page) {
    await openFile(page, 'scalars.py');
    await hoverOver(page, 'square');
    await shown(page, '.monaco-hover', /analytic/);
    await shown(page, '.monaco-hover', /Show graph/);
  },
  async graph(page) {
    await putCursor(page, 'square');
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*6/);
  },
  async 'graph-node'(page) {
    const frame = await panelFrame(page);
    await frame.locator('#gradlens text', { hasText: '**' }).first().click();
    await shown(frame, '#gradlens', /contribution/);
    await shown(page, '.statusbar', /Ln 7/);
  },
  async 'graph-after-edit'(page) {
    await putCursor(page, 'square');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type(' + x');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*7/);
  },
  async 'graph-after-restart'(page) {
    await page.reload();
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*7/);
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
