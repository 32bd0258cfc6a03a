/**
 * The entry of the suite that runs inside the extension host: loads every
 * `*.test.js` that the build put beside it into mocha. Each printed line bears a
 * mark, by which the runner tells it from VS Code's own output.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/** Called by VS Code; rejects when a test fails, which becomes the exit code 1. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const { Base } = Mocha.reporters;
  // VS Code does not let `console.log` be replaced, mocha does.
  Base.consoleLog = (...values: unknown[]) => {
    for (const line of format(...values).split('\n')) console.log(`gradlens| ${line}`);
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
