/**
 * What is wrong, as the Problems view lists it: numbers first.
 */
import { lineOf, openFile, runCommand, shown } from '../workbench.mjs';

export const steps = {
  async list(page) {
    await openFile(page, 'article_matmul.py', lineOf('article_matmul.py', 'def article('));
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(
      page,
      '.markers-panel',
      /claims 13 \(2 of 4 entries differ[^)]*\)\s*GradLens\s*mismatch/,
    );
    await shown(page, '.markers-panel', /claims 6/);
  },
};
