/**
 * What the commands of the palette tell.
 */
import { lineOf, notified, openFile, runCommand } from '../workbench.mjs';

export const steps = {
  async check(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def polynomial('));
    await runCommand(page, 'GradLens: Check Gradient');
    await notified(page, /polynomial: correct/);
  },
};
