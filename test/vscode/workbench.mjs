/**
 * The workbench under a person's hands, for the scenarios: open a file, put the
 * cursor or the mouse on a word, run a command, read what is shown.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './install.mjs';

/** How long a machine that is busy may take to show something, in milliseconds. */
const patience = 60_000;

/** The number of the first line of an example that begins with a text. */
export function lineOf(file, text) {
  const lines = readFileSync(join(project, 'examples', file), 'utf8').split('\n');
  return lines.findIndex((line) => line.startsWith(text)) + 1;
}

/** Opens a file of the folder at a line and waits until its text stands. */
export async function openFile(page, name, line = 1) {
  await pick(page, 'Control+p', `${name}:${line}`, name);
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
  await shown(page, '.statusbar', new RegExp(`Ln ${line},`));
}

/** Runs a command by the name that the palette shows. */
export async function runCommand(page, title) {
  await pick(page, 'F1', `>${title}`, title);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/**
 * Opens the input of a key, types into it and takes the row of its list that Enter would take, once
 * that is the one of a text. Opens it again while that is not so: a panel that is just drawn may
 * swallow the key, and a list knows only the commands and files that were there when it opened.
 */
async function pick(page, key, typed, text) {
  const input = page.locator('.quick-input-widget input.input').first();
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
  const end = Date.now() + patience;
  while (Date.now() < end) {
    await page.keyboard.press(key);
    const chosen = await input
      .fill(typed, { timeout: 2_000 })
      .then(() => row.waitFor({ timeout: 4_000 }))
      .then(
        () => true,
        () => false,
      );
    if (chosen) return page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  }
  throw new Error(`${key} offers no ${text}`);
}

/** The command to do so is only there while the panel is. */
export async function hidePanel(page) {
  if (await page.locator('.part.panel:visible').count()) await runCommand(page, 'View: Hide Panel');
}

/** Leaves the window as a scenario finds it: no editor, what was typed dropped, no panel, no message. */
export async function tidy(page) {
  await page.keyboard.press('Escape');
  await runCommand(page, 'View: Close All Editors');
  const drop = page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
  const end = Date.now() + patience;
  while ((await page.locator('.editor-group-container .tab').count()) > 0) {
    if (Date.now() > end) throw new Error('Editors stay open');
    await drop.click({ timeout: 500 }).catch(() => {});
  }
  await hidePanel(page);
  await runCommand(page, 'Notifications: Clear All Notifications');
  await runCommand(page, 'Explorer: Focus on Folders View');
}

/** Clicks on the name of a function, where it is defined. */
export async function putCursor(page, name) {
  await definition(page, name).click();
}

/**
 * Rests the mouse on the name of a function until a hover shows what matches, with `part` in it where
 * that is given: lenses that come may move the line away, and the first formula loads its libraries.
 */
export async function hoverOver(page, name, pattern, part = '') {
  const end = Date.now() + patience;
  let problem = new Error(`No hover shows over ${name}`);
  while (Date.now() < end) {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    await definition(page, name).hover();
    const hover = page.locator(`.monaco-hover:visible ${part}`).first();
    const failure = await hover
      .waitFor({ timeout: 10_000 })
      .then(() => shown(page, '.monaco-hover', pattern, 5_000))
      .then(
        () => null,
        (each) => each,
      );
    if (failure === null) return;
    problem = failure;
  }
  throw problem;
}

/** Waits until these lenses are in sight and no others, each as `line it stands above: first word`. */
export async function lensesShown(page, expected) {
  const end = Date.now() + patience;
  let found = [];
  while (Date.now() < end) {
    found = await page.evaluate(lensesInSight);
    if (found.join() === expected.join()) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`The lenses are ${found.join()}, not ${expected.join()}`);
}

/** In the page. */
function lensesInSight() {
  const top = (element) => element.getBoundingClientRect().top;
  const numbers = [...document.querySelectorAll('.margin-view-overlays .line-numbers')];
  const lineBelow = (lens) =>
    Math.min(
      ...numbers
        .filter((each) => top(each) > top(lens))
        .map(({ textContent }) => Number(textContent)),
    );
  return [...document.querySelectorAll('.codelens-decoration')]
    .filter((lens) => lens.checkVisibility({ visibilityProperty: true }))
    .sort((a, b) => top(a) - top(b))
    .map((lens) => `${lineBelow(lens)}: ${lens.textContent.match(/[a-z]+/)?.[0]}`);
}

/** Opens the list of notifications until it tells what matches: none opens while there are none. */
export async function notified(page, pattern) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    await runCommand(page, 'Notifications: Show Notifications');
    const told = await page.locator('.notifications-center:visible').allInnerTexts();
    if (pattern.test(told.join('\n'))) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`No notification tells ${pattern}`);
}

/** Waits until the text of an element matches; fails with the text that is there. */
export async function shown(pageOrFrame, selector, pattern, wait = patience) {
  const end = Date.now() + wait;
  let text = '';
  while (Date.now() < end) {
    const parts = await pageOrFrame.locator(`${selector}:visible`).allInnerTexts();
    // The editor draws blanks that do not break.
    text = parts.join('\n').replaceAll('\u00a0', ' ');
    if (pattern.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${selector} does not show ${pattern}, but:\n${text}`);
}

/** The frame of the graph panel once it has drawn something. */
export async function panelFrame(page) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const drawn = await frame
        .locator('#gradlens .panel, #gradlens .empty')
        .count()
        .catch(() => 0);
      if (drawn > 0) return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The graph panel did not draw anything');
}

function definition(page, name) {
  return page
    .locator('.monaco-editor .view-line', { hasText: new RegExp(`(def|class)\\s${name}\\b`) })
    .locator('span span', { hasText: new RegExp(`^${name}$`) })
    .first();
}
