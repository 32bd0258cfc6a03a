/**
 * How long the panel takes from the message with a graph of 150 nodes until it is painted:
 * the cursor goes from one function to another one and back, as a person would make it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile, panelFrame, putCursor, runCommand, shown } from '../../vscode/workbench.mjs';

const nodes = 150;
const draws = 20;

/** Writes the file with the two functions into the folder that the window will show. */
export function writeFunctions(folder) {
  const [first, second] = [chain('first', 2), chain('second', 3)];
  writeFileSync(join(folder, 'graphs.py'), `${first}\n\n${second}`);
}

/**
 * Two inputs and operations on results before, every so many-th one a product; ten on a line, so
 * that both functions are on the screen.
 */
function chain(name, often) {
  const operations = ['v0 = x + y'];
  for (let at = 1; at < nodes - 2; at += 1) {
    const sign = at % often === 0 ? '*' : '-';
    operations.push(`v${at} = v${at - 1} ${sign} ${at < 4 ? 'x' : `v${at - 4}`}`);
  }
  const lines = [];
  for (let at = 0; at < operations.length; at += 10) {
    lines.push(`    ${operations.slice(at, at + 10).join('; ')}`);
  }
  const head = ['# @gradcheck x=0.5, y=0.25', `def ${name}(x, y):`];
  return `${[...head, ...lines, `    return v${nodes - 3}`].join('\n')}\n`;
}

/** Milliseconds of each draw, and of as many messages that change nothing. */
export async function timePanel(page, address) {
  page.setDefaultTimeout(60_000);
  await page.goto(address, { timeout: 60_000 });
  await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
  await openFile(page, 'graphs.py', 2);
  await runCommand(page, 'GradLens: Show Graph');
  const frame = await panelFrame(page);
  await shown(frame, '#gradlens', /first/);
  await frame.evaluate(watch, nodes);
  for (let draw = 0; draw < draws; draw += 1) {
    await putCursor(page, draw % 2 === 0 ? 'second' : 'first');
    await page.waitForTimeout(100);
    await frame.waitForFunction((count) => window.drawn.length === count, draw + 1);
  }
  const idle = await frame.evaluate(idleFrames, draws);
  return { drawn: await frame.evaluate(() => window.drawn), idle };
}

/** In the panel: notes the time from each graph that comes until its nodes are painted. */
function watch(nodes) {
  window.drawn = [];
  const onMessage = ({ data }) => {
    if (data.kind !== 'graph') return;
    const start = performance.now();
    const look = () => {
      const there = document.querySelectorAll('#gradlens g.node').length;
      const named = document.querySelector('#gradlens').innerText.includes(data.report.name);
      if (there !== nodes || !named) requestAnimationFrame(look);
      // What is asked for in a frame runs when that frame has been painted.
      else setTimeout(() => window.drawn.push(performance.now() - start));
    };
    requestAnimationFrame(look);
  };
  window.addEventListener('message', onMessage, true);
}

/** In the panel: the same of nothing, which is how long a frame takes to come. */
async function idleFrames(count) {
  const found = [];
  for (let turn = 0; turn < count; turn += 1) {
    const start = performance.now();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    found.push(performance.now() - start);
  }
  return found;
}
