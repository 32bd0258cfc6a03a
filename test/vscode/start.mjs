/**
 * `npm start`: builds and opens VS Code with the extension on the examples: the
 * desktop one when `code` is on the PATH, else VS Code's server, whose address is
 * printed and which runs until Ctrl+C.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, project } from './install.mjs';
import { startServer } from './server.mjs';

const windows = process.platform === 'win32';
const examples = join(project, 'examples');

const built = spawnSync(process.execPath, ['esbuild.js'], { cwd: project, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const code = spawnSync(
  'code',
  ['--new-window', `--extensionDevelopmentPath=${project}`, examples],
  { stdio: 'inherit', shell: windows },
);
if (code.error || code.status !== 0) {
  install();
  const server = await startServer();
  console.log(`Open ${server.address(examples)}\nCtrl+C ends it.`);
  process.once('SIGTERM', () => process.exit(0));
  process.once('SIGINT', () => process.exit(0));
}
