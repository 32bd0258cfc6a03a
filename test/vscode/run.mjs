/**
 * `npm run test:editor`: builds, and runs the editor suite in a real VS Code (the
 * desktop one where it can be had, else VS Code's server in a browser). Exits with
 * 0 only when all of it passed.
 */
import { spawnSync } from 'node:child_process';
import { install, project } from './install.mjs';
import { main } from './main.mjs';
import { runInServer, runOnDesktop } from './suite.mjs';

main('The editor suite', 480_000, async () => {
  const built = spawnSync(process.execPath, ['esbuild.js', '--tests'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (built.status !== 0) return 1;
  const counts = await runSuites();
  const sum = (what) => counts.reduce((total, count) => total + count[what], 0);
  console.log(`\n${sum('passing')} passing, ${sum('failing')} failing`);
  return sum('failing') === 0 ? 0 : 1;
});

/** The suite on the desktop where that is asked for or likely to work, else in the server. */
async function runSuites() {
  const asked = process.env.GRADLENS_DESKTOP === '1' || process.platform !== 'linux';
  const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (asked || display) {
    try {
      console.log('Suite, in desktop VS Code:');
      return [await runOnDesktop()];
    } catch (problem) {
      if (asked) throw problem;
      console.log(`Desktop VS Code cannot be had here (${problem.message}).`);
    }
  }
  install();
  console.log('Suite, in VS Code’s server:');
  const trusted = await runInServer({ trust: true });
  console.log('Suite, in a folder that is not trusted:');
  const untrusted = await runInServer({ trust: false });
  return [trusted, untrusted];
}
