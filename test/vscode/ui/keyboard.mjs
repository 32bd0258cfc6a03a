/**
 * The whole graph panel by keyboard alone: every step starts where the one before left the focus.
 */
import { lineOf, openFile, panelFrame, runCommand, shown } from '../workbench.mjs';

export const steps = {
  async open(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*1\.9093/);
    await intoPanel(page, frame);
  },
  async pin(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^Pin$/);
    await page.keyboard.press('Space');
    await frame.locator('button[aria-pressed=true]', { hasText: 'Pin' }).waitFor();
  },
  async table(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^table$/);
    await page.keyboard.press('Enter');
    await tabTo(page, frame, /^sin #2$/);
    await page.keyboard.press('Enter');
    await shown(frame, '.details', /adjoint\s*0\.5/);
    // What the table says is what the drawing says.
    await shown(
      frame,
      'tbody tr.selected',
      /sin #2\s+scalar\s+0\.909297\s+0\.5\s+y #1\s+np\.sin\(y\)\s+12/,
    );
  },
  async plots(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^plots$/);
    await page.keyboard.press('Enter');
    await frame.locator('.plot svg').nth(2).waitFor();
    await tabTo(page, frame, /^over /);
    await page.keyboard.press('ArrowDown');
    await shown(frame, '.plot figcaption', /∂wave\/∂y/);
    await tabTo(page, frame, /^the numbers as tables$/);
    await page.keyboard.press('Enter');
    await shown(frame, '.plot-table', /central difference/);
  },
  async slider(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^drawing$/);
    await page.keyboard.press('Enter');
    await tabTo(page, frame, /^Inputs/);
    await page.keyboard.press('Enter');
    await tabTo(page, frame, /^x$/);
    await page.keyboard.press('ArrowRight');
    await shown(frame, '.inputs', /moved by hand/);
    await shown(frame, '.drawing', /value\s*0\.51/);
    await tabTo(page, frame, /^Back to the sample$/);
    await page.keyboard.press('Enter');
    await shown(frame, '.drawing', /value\s*0\.5\s/);
  },
  async search(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^Find nodes/);
    await page.keyboard.type('x**2');
    await page.keyboard.press('Enter');
    await shown(frame, '.search', /1 of 3/);
    await shown(frame, '.details', /x\*\*2/);
  },
  async nodes(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /value|constant/);
    await page.keyboard.press('Home');
    await focused(frame, /^x, value 0\.5, adjoint 1\.9093, input$/);
    await page.keyboard.press('End');
    await focused(frame, /^\+, value 0\.704649, adjoint 1, output/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await shown(frame, '.details', /Used by/);
    await page.keyboard.press('Escape');
    await frame.locator('.details').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await focused(frame, /^Find nodes/);
  },
  async steps(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^Play$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await shown(frame, '.step-words', /Forward/);
    await tabTo(page, frame, /^Step$/);
    await page.keyboard.press('ArrowRight');
    await shown(frame, '.step-words', /Forward sin #2 of 2 is 0\.909297\./);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await shown(frame, '.step-words', /Backward sin #2 has the adjoint 0\.5/);
    const moving = await frame.evaluate(() => document.getAnimations().length);
    if (moving > 0) throw new Error(`${moving} things move by themselves`);
  },
  async groups(page) {
    const first = await panelFrame(page);
    await tabTo(page, first, /^Pin$/);
    await page.keyboard.press('Space');
    await openFile(page, 'rounds.py', lineOf('rounds.py', 'def decay('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /loop at line 11.*60 rounds/s);
    await intoPanel(page, frame);
    await tabTo(page, frame, /value/);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await focused(frame, /^loop at line 11, 60 rounds, 180 nodes, .*closed group/);
    await page.keyboard.press('Enter');
    await focused(frame, /^rounds 1 to 10, 30 nodes, .*closed group/);
    await page.keyboard.press('Enter');
    await focused(frame, /^round 1, 3 nodes/);
    await page.keyboard.press('Enter');
    await focused(frame, /^sin, value/);
    await shown(frame, '.drawing', /loop at line 11.*rounds 1 to 10.*round 1/s);
    await page.keyboard.press('Backspace');
    await focused(frame, /^round 1, 3 nodes/);
    await page.keyboard.press('Backspace');
    await focused(frame, /^rounds 1 to 10/);
    await page.keyboard.press('Backspace');
    await focused(frame, /^loop at line 11/);
  },
  async export(page) {
    const frame = await panelFrame(page);
    await tabTo(page, frame, /^Export$/);
    await page.keyboard.type('DOT');
    await page.keyboard.press('Enter');
    await shown(page, '.quick-input-widget', /\.dot|Save|OK/);
    await page.keyboard.press('Escape');
  },
};

/** The editor group beside, as the workbench's own key gives it the focus. */
async function intoPanel(page, frame) {
  await page.keyboard.press('Control+2');
  await frame.waitForFunction(() => document.hasFocus());
}

/** What a screen reader would call the focused element of the panel; null: the focus is elsewhere. */
function nameOfFocus(frame) {
  return frame.evaluate(() => {
    const at = document.activeElement;
    if (!document.hasFocus() || at === null || at === document.body) return null;
    const label = at.getAttribute('aria-label') ?? at.closest('label')?.textContent;
    return (label ?? at.textContent ?? '').trim();
  });
}

/** Presses Tab, and then Shift and Tab, until what is focused matches. */
async function tabTo(page, frame, pattern) {
  const passed = new Set();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let turn = 0; turn < 45; turn += 1) {
      const name = await nameOfFocus(frame);
      if (name !== null && pattern.test(name)) return;
      passed.add(name);
      await page.keyboard.press(key);
      // Beyond the ends of the panel is the workbench, whose editor would take a Tab as text.
      if (turn > 0 && (await nameOfFocus(frame)) === null) break;
    }
    if ((await nameOfFocus(frame)) === null) await intoPanel(page, frame);
  }
  throw new Error(`No ${pattern} can be reached by Tab, only:\n${[...passed].join('\n')}`);
}

async function focused(frame, pattern) {
  const end = Date.now() + 30_000;
  let name = null;
  while (Date.now() < end) {
    name = await nameOfFocus(frame);
    if (name !== null && pattern.test(name)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The focus is not on ${pattern}, but on ${name}`);
}
