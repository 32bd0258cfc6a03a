/** The settings of a pyproject.toml, by its text. */
import assert from 'node:assert/strict';
import { judgeProject } from '../../src/check/project';
import type { Given } from '../../src/check/settings';

describe('project settings', () => {
  const check = (toml: string, options: Given | null) =>
    it(`reads ${JSON.stringify(toml)}`, async () => {
      const expected = options === null ? null : { kind: 'ok', options };
      assert.deepEqual(await judgeProject(toml), expected);
    });
  check('', null);
  check('[tool.other]\nname = "gradlens"\n', null);
  check('[project]\nname = "a', null);
  check('[tool.gradlens]\n', {});
  check('[tool.gradlens]\nrtol = 1e-8\ndetect = "annotated"\n', {
    rtol: 1e-8,
    detect: 'annotated',
  });
  check('[tool]\ngradlens = { atol = 1e-3, points = 5, seed = 7, mode = "full" }\n', {
    atol: 1e-3,
    points: 5,
    seed: 7,
    mode: 'full',
  });

  const checkWrong = (toml: string, reason: RegExp, line: number) =>
    it(`refuses ${JSON.stringify(toml)}`, async () => {
      const project = await judgeProject(toml);
      assert.equal(project?.kind, 'wrong');
      assert.match(project.message, reason);
      assert.equal(project.line, line);
    });
  checkWrong('[tool.gradlens]\nrtl = 1', /unknown setting rtl; did you mean rtol\?/, 2);
  checkWrong('[tool.gradlens]\ncolour = 1', /unknown setting colour; known are rtol, atol/, 2);
  checkWrong(
    '[a]\npoints = 1\n[tool.gradlens]\nrtol = 0\npoints = "3"',
    /^\[tool\.gradlens\] points must be a whole number from 1 to 1000, not "3"$/,
    5,
  );
  checkWrong(
    '[tool.gradlens]\ndetect = "all"',
    /detect must be conventions or annotated, not "all"/,
    2,
  );
  checkWrong('[tool]\na = 1\ngradlens = { rtol = -1 }', /rtol must be a number that is 0/, 3);
  checkWrong('[tool]\ngradlens = 3', /tool\.gradlens must be a table/, 2);
  checkWrong('[tool.gradlens]\nrtol = 1\n[tool', /Invalid TOML/, 3);
});
