/** Every target as a test in the Test Explorer: one alone with the mouse, then all. */
import { lineOf, openFile, runCommand, shown } from '../workbench.mjs';

export const steps = {
  async one(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def half_square_prime('));
    await page
      .locator('.activitybar .action-item', { has: page.locator('.codicon-test-view-icon') })
      .click();
    const file = page.locator('.test-explorer .monaco-list-row', { hasText: 'scalars.py' });
    await file.locator('.monaco-tl-twistie').click();
    const test = page.locator('.test-explorer .monaco-list-row', { hasText: 'energy' });
    await clickRun(page, test);
    await outcome(page, 'energy', 'Failed');
    await outcome(page, 'polynomial', 'Not yet run');
    await peeked(page, /sign is wrong/);
  },
  async all(page) {
    await runCommand(page, 'Test: Run All Tests');
    await outcome(page, 'half_square', 'Failed');
    await outcome(page, 'polynomial', 'Passed');
    await shown(page, '.test-explorer', /\d+\/\d+/);
  },
};

/** The button shows under the mouse, and goes with the row when the tree finds more tests. */
async function clickRun(page, test) {
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.move(0, 0);
    await test.hover();
    const button = test.locator('.codicon-testing-run-icon');
    const clicked = await button.click({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (clicked) return;
  }
  throw new Error('The test cannot be run with the mouse');
}

/** Waits until a row of the tree says how its test ended, as a screen reader reads it. */
async function outcome(page, name, word) {
  const row = page.locator(`.test-explorer .monaco-list-row[aria-label*="${name} (${word})"]`);
  await row.first().waitFor();
}

/** The message of a failure stands in the editor; where none opened by itself, a person opens the first. */
async function peeked(page, pattern) {
  const peek = '.test-output-peek-message-container';
  const told = await shown(page, peek, pattern, 10_000).then(
    () => true,
    () => false,
  );
  if (told) return;
  await runCommand(page, 'Test: Go to Next Test Failure');
  await shown(page, peek, pattern);
}
