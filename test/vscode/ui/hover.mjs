/**
 * The hover over a class, a function, an expression and a wrong gradient.
 */
import { hoverOver, lineOf, openFile, runCommand, shown } from '../workbench.mjs';

export const steps = {
  async class(page) {
    await openFile(page, 'article_matmul.py', lineOf('article_matmul.py', 'class MatMul:'));
    // A lens that comes later would move the line away from the mouse.
    await page.locator('.codelens-decoration', { hasText: 'correct' }).first().waitFor();
    await hoverOver(page, 'MatMul', /correct.*analytic.*numeric.*written/s);
  },
  async function(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await hoverOver(page, 'wave', /correct.*analytic.*1\.9093/s, 'img[alt^="wave(x, y) ="]');
    await shown(page, '.monaco-hover', /Graph.*Check.*Copy values.*Why/s);
  },
  async expression(page) {
    const line = lineOf('scalars.py', 'def wave(') + 1;
    await openFile(page, 'scalars.py', line);
    for (let step = 0; step < 'return x * np.s'.length; step += 1) {
      await page.keyboard.press('ArrowRight');
    }
    await runCommand(page, 'Show or Focus Hover');
    await shown(page, '.monaco-hover', /np\.sin\(y\).*0\.909297.*adjoint.*0\.5/s);
  },
  async wrong(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def half_square_prime('));
    await hoverOver(page, 'half_square_prime', /lacks a factor 2.*mismatch/s);
  },
};
