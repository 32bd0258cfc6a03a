/**
 * What is wrong, as the Problems view lists it: numbers first.
 */
import { lensesShown, lineOf, openFile, runCommand, shown } from '../workbench.mjs';

export const steps = {
  async list(page) {
    await openFile(page, 'article_matmul.py', lineOf('article_matmul.py', 'def article('));
    // The editor loses the focus before VS Code asked for its lenses; they are there all the same.
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(
      page,
      '.markers-panel',
      /claims 13 \(2 of 4 entries differ[^)]*\)\s*GradLens\s*mismatch/,
    );
    await shown(page, '.markers-panel', /claims 6/);
    await lensesShown(page, [
      `${lineOf('article_matmul.py', 'class MatMul:')}: correct`,
      `${lineOf('article_matmul.py', 'def article(')}: mismatch`,
    ]);
  },
};
