/**
 * Every target as a test in the Test Explorer.
 */
import { lineOf, openFile, runCommand, shown } from '../workbench.mjs';

export const everyTheme = true;

export const steps = {
  async all(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def half_square_prime('));
    await page
      .locator('.activitybar .action-item', { has: page.locator('.codicon-test-view-icon') })
      .click();
    await shown(page, '.test-explorer', /scalars\.py/);
    await runCommand(page, 'Test: Run All Tests');
    await shown(page, '.test-explorer', /\d+\/\d+/);
    await page.waitForTimeout(1_500);
  },
};
