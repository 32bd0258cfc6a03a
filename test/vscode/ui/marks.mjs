/**
 * Marks in the gutter, which differ by verdict, and the language status: how many targets are
 * checked and wrong, and how long it took.
 */
import { openFile, shown } from '../workbench.mjs';

// The run buttons of the tests would take the place of the marks.
export const settings = { 'gradlens.gutter': true, 'testing.gutterEnabled': false };

const claim = (name, factor) => `# @gradcheck x=3
# @grad x = ${factor}*x
def ${name}(x):
    return x**2
`;

export const files = { 'marks.py': `${claim('right', 2)}\n\n${claim('wrong', 4)}` };

export const steps = {
  async gutter(page) {
    await openFile(page, 'marks.py', 3);
    const marks = page.locator('.monaco-editor .cgmr[class*="TextEditorDecorationType"]');
    await marks.nth(1).waitFor();
    const pictures = await marks.evaluateAll((found) =>
      found.map((mark) => getComputedStyle(mark).backgroundImage),
    );
    if (pictures.length !== 2 || new Set(pictures).size !== 2) {
      throw new Error(`There are these marks: ${pictures.join(' ')}`);
    }
  },
  async status(page) {
    await page.locator('#status\\.languageStatus').hover();
    await shown(page, '.monaco-hover', /GradLens: 2 checked, 1 wrong/);
    await shown(page, '.monaco-hover', /in \d+ ms/);
  },
};
