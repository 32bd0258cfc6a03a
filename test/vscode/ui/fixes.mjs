/**
 * The quick fixes that are offered for a wrong claim.
 */
import { lineOf, openFile, runCommand, shown } from '../workbench.mjs';

export const steps = {
  async offered(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wrong_claim(') - 1);
    await page.keyboard.press('End');
    // Fixes are offered for a problem that stands.
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await runCommand(page, 'Quick Fix...');
    await shown(page, '.action-widget', /Claim y = x.*Ignore mismatch here/s);
  },
};
