/**
 * The graph panel: values and adjoints, a node, the steps of the chain rule, a slider, an export, an
 * edit, a reload, a network, a branch that no point took.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf, openFile, panelFrame, putCursor, runCommand, shown } from '../workbench.mjs';

export const files = {
  'bounded.py': `# @gradcheck x=2
# @grad x = 2 * x
def bounded(x):
    if x > 10:
        return 20 * x - 100
    return x**2
`,
};

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
  async step(page) {
    const frame = await panelFrame(page);
    await shown(frame, '.step-words', /The whole graph/);
    await frame.getByRole('button', { name: 'Step back' }).click();
    await shown(frame, '.step-words', /^Backward /);
    await frame.getByRole('slider', { name: 'Step' }).press('Home');
    await shown(frame, '.step-words', /^Forward /);
    await frame.getByRole('slider', { name: 'Step' }).press('End');
    await shown(frame, '.step-words', /The whole graph/);
  },
  async slider(page) {
    const frame = await panelFrame(page);
    await frame.locator('summary', { hasText: 'Inputs' }).click();
    const { x, y, width, height } = await frame.getByRole('slider', { name: 'x' }).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.9, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await shown(frame, '#gradlens', /at x = 1\.\d+, y = 2/);
    await frame.getByRole('button', { name: 'Back to the sample' }).click();
    await shown(frame, '#gradlens', /at x = 0\.5, y = 2/);
  },
  async export(page, { folder }) {
    const frame = await panelFrame(page);
    await frame.getByLabel('Export').selectOption('json');
    await page.locator('.quick-input-widget:visible').waitFor();
    await page.keyboard.press('Enter');
    await shown(page, '.explorer-folders-view', /wave\.json/);
    const { name, nodes } = JSON.parse(readFileSync(join(folder, 'wave.json'), 'utf8'));
    assert.equal(name, 'wave');
    assert.ok(nodes.length > 5);
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
  async unchecked(page) {
    await openFile(page, 'bounded.py', 3);
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /bounded.*correct.*not checked:/s);
  },
};
