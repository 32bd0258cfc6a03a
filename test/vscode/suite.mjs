/**
 * Runs the compiled mocha suite inside the extension host of a real VS Code:
 * `runInServer()` in VS Code's server with a browser on it, `runOnDesktop()` in
 * a downloaded desktop VS Code. Both give how many tests passed and failed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { project } from './install.mjs';
import { startServer } from './server.mjs';

const suite = join(project, 'out', 'test', 'editor', 'index');
const limit = 360_000;
/** Programs put it before each line that is meant for the runner. */
const mark = 'gradlens| ';

/**
 * Runs the suite in the server; `trust: false` in a folder that is not trusted.
 * Rejects when VS Code does not end the run in time.
 */
export async function runInServer({ trust = true } = {}) {
  const count = { passing: 0, failing: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'gradlens-folder-'));
  const server = await startServer({ trust });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const code = await runProgram(page, server.address(folder, { tests: suite }), (line) =>
      print(line, count),
    );
    // A run that reports nothing has not passed.
    const silent = code !== 0 || count.passing === 0;
    return count.failing === 0 && silent ? { ...count, failing: 1 } : count;
  } finally {
    await browser.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens an address that runs a program in the extension host, and gives its exit code. Of what it
 * prints, `onLine` is told the lines that bear a mark: everything else is VS Code's own noise.
 */
export async function runProgram(page, address, onLine) {
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`It did not end within ${limit} ms`)), limit).unref();
    page.once('crash', () => reject(new Error('The browser page crashed')));
    page.exposeFunction('codeAutomationLog', (_type, [first]) => {
      if (typeof first === 'string' && first.startsWith(mark)) onLine(first.slice(mark.length));
    });
    page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  await page.goto(address, { timeout: limit });
  return ended;
}

/** Runs the suite in the desktop VS Code that `@vscode/test-electron` downloads. */
export async function runOnDesktop() {
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const folder = mkdtempSync(join(tmpdir(), 'gradlens-folder-'));
  try {
    const code = await runTests({
      vscodeExecutablePath: await downloadAndUnzipVSCode(),
      extensionDevelopmentPath: project,
      extensionTestsPath: `${suite}.js`,
      extensionTestsEnv: { GRADLENS_TRUSTED: 'true' },
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
    });
    // Mocha's own lines stand above; here the whole suite counts as one.
    return code === 0 ? { passing: 1, failing: 0 } : { passing: 0, failing: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mocha's lines, of which the last ones count. */
function print(line, count) {
  console.log(line);
  const [, number, what] = /^\s*(\d+) (passing|failing)\b/.exec(line) ?? [];
  if (what !== undefined) count[what] = Number(number);
}
