/**
 * What the extension costs the one who edits, measured in a real VS Code beside an empty
 * extension in the same run. `npm run bench:editor [-- --json]`; exits with 1 when a row is short.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../vscode/browser.mjs';
import { install, project } from '../../vscode/install.mjs';
import { startServer } from '../../vscode/server.mjs';
import { runProgram } from '../../vscode/suite.mjs';
import { timePanel, writeFunctions } from './panel.mjs';

const { isShort, line } = await import(join(project, 'out', 'bench', 'speed', 'row.mjs'));
const starts = 20;
/** The setting `gradlens.delay` by default. */
const delay = 50;

async function main() {
  process.once('SIGINT', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(1));
  install();
  const scratch = mkdtempSync(join(tmpdir(), 'gradlens-bench-'));
  const folder = join(scratch, 'folder');
  mkdirSync(folder);
  writeFunctions(folder);
  const extensions = { 'bench.empty-0.0.1': emptyExtension(scratch) };
  const server = await startServer({ extensions });
  const browser = await launchBrowser();
  const program = async (name) => {
    const page = await browser.newPage();
    const tests = join(project, 'out', 'bench', 'editor', name);
    let told = {};
    await runProgram(page, server.address(folder, { tests }), (text) => {
      told = JSON.parse(text);
    });
    await page.close();
    if (told.failed !== undefined) throw new Error(`${name}: ${told.failed}`);
    return told;
  };
  try {
    const started = [];
    for (let turn = 0; turn < starts; turn += 1) started.push(await program('start'));
    const edited = await program('large');
    const panel = await timePanel(
      await browser.newPage({ viewport: { width: 1280, height: 800 } }),
      server.address(folder),
    );
    // Times are measured one by one; these two wait most of the time, and what they tell is memory.
    const rested = await Promise.all([program('rest'), program('bare')]);
    return rowsOf({ started, edited, panel, rested });
  } finally {
    await browser.close();
    server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * What else the machine does makes a time on the wall longer, never shorter, and processor time of
 * all threads together is no less than what one waits for: so the lesser of the two counts.
 */
function rowsOf({ started, edited, panel, rested }) {
  const each = (name) => started.map((one) => one[name]);
  const lesser = (whose) =>
    started.map((one) => Math.min(one[`${whose}Wall`], one[`${whose}Processor`]));
  const latencies = edited.wall.map((wall, at) => Math.min(wall, delay + edited.processor[at]));
  const [rest, bare] = rested.map(({ memory }) => memory);
  return [
    row('activation, ms', median(lesser('ours')), 50, median(lesser('empty'))),
    row('memory when active, MB', median(each('oursMemory')), 20, median(each('emptyMemory'))),
    row('memory after a rest, MB', rest - bare, 20, 0),
    row('edit to problems, ms', percentile(latencies, 0.95), 150, median(edited.trips)),
    row('longest task, ms', median(edited.tasks), 16, median(edited.otherTasks)),
    row('longest at opening, ms', edited.openingTask, 16, edited.otherOpeningTask),
    row('panel of 150 nodes, ms', median(panel.drawn), 100, median(panel.idle)),
  ];
}

function row(name, ours, theirs, empty) {
  return { name, against: `empty: ${empty.toFixed(1)}`, ours, theirs, most: 1 };
}

function median(numbers) {
  return percentile(numbers, 0.5);
}

/** The smallest of the numbers that so large a share of them does not exceed. */
function percentile(numbers, share) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

function emptyExtension(scratch) {
  const folder = join(scratch, 'empty');
  mkdirSync(folder);
  const manifest = {
    ...{ name: 'empty', publisher: 'bench', version: '0.0.1', main: './extension.js' },
    ...{ engines: { vscode: '^1.105.0' }, activationEvents: ['onLanguage:python'] },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'extension.js'), 'exports.activate = () => {};\n');
  return folder;
}

main().then(
  (rows) => {
    const short = rows.filter(isShort).length;
    if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, short }, null, 1));
    else console.log(`${rows.map(line).join('\n')}\n${rows.length} rows, ${short} short`);
    process.exit(short > 0 ? 1 : 0);
  },
  (problem) => {
    console.error(problem);
    process.exit(1);
  },
);
