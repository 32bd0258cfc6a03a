/** Command lines and what they mean; every wrong one gets its sentence. */
import assert from 'node:assert/strict';
import { type Command, readArguments } from '../../src/cli/arguments';

function check(line: string, expected: Command): void {
  it(`gradlens ${line}`, () => assert.deepEqual(readArguments(line.split(' ')), expected));
}

function checkWrong(line: string, message: string): void {
  const words = line === '' ? [] : line.split(' ');
  it(`gradlens ${line} is refused`, () =>
    assert.deepEqual(readArguments(words), { kind: 'wrong', message }));
}

const plain = { kind: 'check', format: 'text', quiet: false, given: {} } as const;

describe('arguments', () => {
  check('check a.py', { ...plain, paths: ['a.py'] });
  check('check a.py src -', { ...plain, paths: ['a.py', 'src', '-'] });
  check('check --quiet a.py', { ...plain, paths: ['a.py'], quiet: true });
  check('check a.py -q --format=json', {
    ...plain,
    paths: ['a.py'],
    quiet: true,
    format: 'json',
  });
  check('check a.py --rtol 1e-8 --atol=0 --points 5 --seed 7 --mode full', {
    ...plain,
    paths: ['a.py'],
    given: { rtol: 1e-8, atol: 0, points: 5, seed: 7, mode: 'full' },
  });
  check('check -- --odd.py', { ...plain, paths: ['--odd.py'] });
  check('graph net.py:Net.loss', {
    kind: 'graph',
    path: 'net.py',
    name: 'Net.loss',
    format: 'dot',
  });
  check('graph C:\\net.py:f --format mermaid', {
    kind: 'graph',
    path: 'C:\\net.py',
    name: 'f',
    format: 'mermaid',
  });
  check('check --why net.py:Net.loss --seed 2', {
    kind: 'why',
    path: 'net.py',
    name: 'Net.loss',
    format: 'text',
    given: { seed: 2 },
  });
  check('explain net.py:Net.loss --rtol 1e-8 --format json', {
    kind: 'explain',
    path: 'net.py',
    name: 'Net.loss',
    parameter: null,
    format: 'json',
    given: { rtol: 1e-8 },
  });
  check('explain net.py:f --param params.W1[0,2]', {
    kind: 'explain',
    path: 'net.py',
    name: 'f',
    parameter: { name: 'params.W1', index: [0, 2] },
    format: 'text',
    given: {},
  });
  check('--help', { kind: 'help' });
  check('check --help', { kind: 'help' });
  check('--version', { kind: 'version' });

  checkWrong('', 'say what to do: check, explain or graph; see gradlens --help');
  checkWrong(
    'chek a.py',
    'unknown command chek; there are check, explain and graph; see gradlens --help',
  );
  checkWrong(
    'explain net.py',
    'explain needs one function, as FILE:NAME, for example net.py:Net.loss',
  );
  checkWrong(
    'explain net.py:f --param W[a]',
    '--param takes an input, or one entry of it, as x or "W[0, 2]", not "W[a]"',
  );
  checkWrong('explain net.py:f --quiet', 'explain has no option --quiet; see gradlens --help');
  checkWrong('check', 'check needs a file, a directory or a glob, or - for standard input');
  checkWrong('check a.py --formt json', 'check has no option --formt; did you mean --format?');
  checkWrong('check a.py -z', 'check has no option -z; see gradlens --help');
  checkWrong('graph a.py:f --rtol 1', 'graph has no option --rtol; see gradlens --help');
  checkWrong('check a.py --format xml', '--format must be text or json, not "xml"');
  checkWrong('check a.py --format', '--format needs a value');
  checkWrong('check a.py --quiet=yes', '--quiet takes no value');
  checkWrong('check a.py --seed 1 --seed 2', '--seed is given twice');
  checkWrong('check a.py --rtol abc', '--rtol must be a number that is 0 or more, not "abc"');
  checkWrong('check a.py --atol=-1', '--atol must be a number that is 0 or more, not -1');
  checkWrong('check a.py --points 0', '--points must be a whole number from 1 to 1000, not 0');
  checkWrong('check a.py --points 2.5', '--points must be a whole number from 1 to 1000, not 2.5');
  checkWrong(
    'check a.py --seed 1e30',
    '--seed must be a whole number that is 0 or more, not 1e+30',
  );
  checkWrong('check a.py --mode fast', '--mode must be auto or full or probe, not "fast"');
  const whyName = 'check --why takes one name, as FILE:NAME, for example net.py:Net.loss';
  checkWrong('check --why a.py', whyName);
  checkWrong('check a.py --why a.py:f', whyName);
  checkWrong('check --why', '--why needs a value');
  checkWrong('graph a.py', 'graph needs one function, as FILE:NAME, for example net.py:Net.loss');
  checkWrong(
    'graph a.py:f b.py:g',
    'graph needs one function, as FILE:NAME, for example net.py:Net.loss',
  );
});
