/**
 * Derivatives through views, writes and indices: the analytic gradient of every
 * program in test/trace/gradients agrees with central differences.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check, named } from '../check/support';

async function checkGradient(text: string, name: string): Promise<void> {
  const report = named(await check(text), name);
  assert.equal(report.verdict, 'pass', report.reason);
  const slopes = report.parameters.flatMap(({ numeric }) => [numeric].flat(3).map(Number));
  const depends = slopes.some((slope) => Math.abs(slope) > 1e-3);
  assert.ok(depends, 'the program does not depend on x');
}

for (const subject of ['views', 'writes', 'indices']) {
  describe(`derivatives through ${subject}`, () => {
    const [head, ...programs] = readFileSync(`test/trace/gradients/${subject}.py`, 'utf8').split(
      '\n\n\n',
    );
    for (const program of programs) {
      const name = /^def (\w+)/m.exec(program)?.[1] ?? '';
      it(name.replaceAll('_', ' '), () => checkGradient(`${head}\n\n\n${program}`, name));
    }
  });
}
