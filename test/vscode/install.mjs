/**
 * Installs what the runner needs (VS Code's server, a Node that runs it, a
 * browser and its driver) into this folder on first use: `install()`. It stays
 * out of the project's own packages because it weighs some 800 MB.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder. */
export const home = fileURLToPath(new URL('.', import.meta.url));
/** The project: the extension under test. */
export const project = fileURLToPath(new URL('../..', import.meta.url));
/** Loads a package of this folder. */
export const load = createRequire(join(home, 'package.json'));
/** The folder of VS Code's own server. */
export const vscodeFolder = join(home, 'node_modules', 'code-server', 'lib', 'vscode');

/** Installs the locked packages unless they are there already. Throws when npm fails. */
export function install() {
  const stamp = join(home, 'node_modules', '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing VS Code and a browser from npm (once, about 800 MB) ...');
  npm(['ci', '--ignore-scripts'], home);
  npm(['install', '--omit=dev', '--ignore-scripts'], vscodeFolder);
  writeFileSync(stamp, wanted);
}

function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const ended = spawnSync('npm', [...args, ...quiet], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (ended.status !== 0) throw new Error(`npm ${args[0]} failed in ${cwd}`);
}
