/**
 * `npm run test:package`: makes the package, holds it against its size and the list of
 * its files, installs it into a real VS Code that knows nothing of this folder, and uses it, once in
 * Node and once as a web extension.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { install, project } from './install.mjs';
import { main } from './main.mjs';
import { inBrowser, startServer } from './server.mjs';
import { hoverOver, openFile, runCommand, shown } from './workbench.mjs';

const vsix = join(project, 'out', 'gradlens.vsix');
const mostBytes = 3_000_000;

/** In this order, in one window. */
const steps = {
  'lists what is wrong': async (page) => {
    await openFile(page, 'scalars.py');
    await runCommand(page, 'Problems: Focus on Problems View');
    await shown(page, '.markers-panel', /is 2 at x=2, y=3, `@grad` claims 3/);
    await runCommand(page, 'View: Hide Panel');
  },
  'draws a formula in the hover': async (page) => {
    await openFile(page, 'scalars.py', 11);
    await hoverOver(page, 'wave', /correct.*analytic.*1\.9093/s, 'img[alt^="wave(x, y) ="]');
  },
  'draws a graph': async (page) => {
    await openFile(page, 'scalars.py', 12);
    await runCommand(page, 'GradLens: Show Graph');
    await page.locator('.tab', { hasText: 'Graph: wave' }).waitFor();
  },
};

main('The package', 600_000, async () => {
  const made = spawnSync('npm', ['run', '-s', 'package'], { cwd: project, stdio: 'inherit' });
  if (made.status !== 0) return 1;
  const { size } = statSync(vsix);
  console.log(`The package has ${size} bytes, of ${mostBytes} that it may have`);
  if (size > mostBytes) return 1;
  install();
  const browser = await launchBrowser();
  try {
    console.log('In Node:');
    const node = await failuresWith({}, browser);
    console.log('In the browser:');
    const web = await failuresWith(inBrowser, browser);
    return node + web === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
});

async function failuresWith(settings, browser) {
  const scratch = mkdtempSync(join(tmpdir(), 'gradlens-'));
  const folder = join(scratch, 'examples');
  cpSync(join(project, 'examples'), folder, { recursive: true });
  const server = await startServer({ vsix, settings });
  let failing = 0;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    await page.goto(server.address(folder));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    for (const [name, act] of Object.entries(steps)) {
      const failure = await act(page).then(
        () => null,
        (problem) => problem,
      );
      console.log(`  ${failure === null ? '✔' : '✖'} ${name}`);
      if (failure !== null) console.log(failure.message.replace(/^/gm, '      '));
      failing += failure === null ? 0 : 1;
    }
    await page.close();
  } finally {
    server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  return failing;
}
