/**
 * The graph panel: values and adjoints, a node, an edit, a reload, a network.
 */
import { lineOf, openFile, panelFrame, putCursor, runCommand, shown } from '../workbench.mjs';

export const everyTheme = true;

export const steps = {
  async function(page) {
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*1\.9093/);
  },
  async node(page) {
    const frame = await panelFrame(page);
    await frame.locator('#gradlens text', { hasText: 'sin' }).first().click();
    await shown(frame, '#gradlens', /contributes/);
  },
  async edit(page) {
    await putCursor(page, 'wave');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type(' + x');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /mismatch.*adjoint\s*2\.9093/s);
  },
  async reload(page) {
    // The workbench writes its state to the browser every few seconds.
    await page.waitForTimeout(6_000);
    await page.reload();
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /mismatch.*adjoint\s*2\.9093/s);
  },
  async network(page) {
    await openFile(page, 'network.py', lineOf('network.py', 'def softmax_loss_gradient('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /softmax_loss.*mismatch/s);
  },
};
