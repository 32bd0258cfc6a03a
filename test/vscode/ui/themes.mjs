/**
 * Every surface in every theme, and each view of the graph panel as axe-core judges it there:
 * contrast, names, roles.
 */
import { accessible } from '../axe.mjs';
import { hidePanel, lineOf, openFile, panelFrame, runCommand, shown } from '../workbench.mjs';
import { steps as hovers } from './hover.mjs';
import { steps as problems } from './problems.mjs';

export const everyTheme = true;

export const steps = {
  hover: hovers.wrong,
  problems: problems.list,
  async tests(page) {
    await hidePanel(page);
    await runCommand(page, 'Testing: Focus on Test Explorer View');
    await runCommand(page, 'Test: Run All Tests');
    await shown(page, '.test-explorer', /\d+\/\d+/);
    // What is awaited comes when the last test has ended.
    const running = page.locator('.test-explorer .codicon-modifier-spin').first();
    await running.waitFor({ timeout: 3_000 }).catch(() => {});
    await running.waitFor({ state: 'hidden' });
  },
  async drawing(page) {
    await hidePanel(page);
    await runCommand(page, 'Explorer: Focus on Folders View');
    await openFile(page, 'scalars.py', lineOf('scalars.py', 'def wave('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /adjoint\s*1\.9093/);
    await accessible(frame);
  },
  async details(page) {
    const frame = await panelFrame(page);
    await frame.locator('#gradlens text', { hasText: 'sin' }).first().click();
    await frame.locator('summary', { hasText: 'Inputs' }).click();
    await frame.locator('button', { hasText: '▶' }).click();
    await frame.locator('button', { hasText: '⏸' }).click();
    await shown(frame, '.step-words', /Forward/);
    await accessible(frame);
  },
  async table(page) {
    const frame = await panelFrame(page);
    await frame.getByRole('button', { name: 'table' }).click();
    await shown(frame, 'table', /sin/);
    await accessible(frame);
  },
  async plots(page) {
    const frame = await panelFrame(page);
    await frame.getByRole('button', { name: 'plots' }).click();
    await frame.locator('.plot svg').nth(2).waitFor();
    await frame.locator('summary', { hasText: 'the numbers as tables' }).click();
    await accessible(frame);
  },
  async arrays(page) {
    await openFile(page, 'network.py', lineOf('network.py', 'def softmax_loss_gradient('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /softmax_loss.*mismatch/s);
    await frame.getByRole('button', { name: 'drawing' }).click();
    await frame.locator('#gradlens .node.input').first().click();
    await frame.locator('.heat').first().waitFor();
    await accessible(frame);
  },
  async groups(page) {
    await openFile(page, 'rounds.py', lineOf('rounds.py', 'def decay('));
    await runCommand(page, 'GradLens: Show Graph');
    const frame = await panelFrame(page);
    await frame.locator('.node.group').first().click();
    await frame.locator('.frame-title').first().waitFor();
    await accessible(frame);
  },
  async nothing(page) {
    // In the first group, so that the panel beside it stays in sight.
    await page.keyboard.press('Control+1');
    await openFile(page, 'rounds.py', lineOf('rounds.py', '    y = x0'));
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('nothing_of_this_name()');
    const frame = await panelFrame(page);
    await shown(frame, '#gradlens', /No graph.*nothing_of_this_name/s);
    await accessible(frame);
  },
};
