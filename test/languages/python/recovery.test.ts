/** Half-typed and broken files: what is whole stays, what is broken is marked. */
import assert from 'node:assert/strict';
import { core, covered, parse } from './support';

const GOOD = 'def before(x):\n  return x\n\n';
const AFTER = '\ndef after(y):\n  return y\n';

const BEFORE_CORE = '(function before (x))\n  (return x)';
const AFTER_CORE = '(function after (y))\n  (return y)';

const BROKEN = '(unsupportedStatement "This statement could not be parsed."';

/** Puts broken text between two functions; `marked` are the texts of `Program.broken`. */
function check(broken: string, expected: readonly string[], marked: readonly string[]): void {
  it(broken, () => {
    const text = `${GOOD}${broken}\n${AFTER}`;
    const program = parse(text);
    assert.equal(core(text), [BEFORE_CORE, ...expected, AFTER_CORE].join('\n'));
    assert.deepEqual(
      program.broken.map((span) => covered(program, span)),
      marked,
    );
  });
}

describe('python recovery: a broken statement in a function', () => {
  const header = '(function f (x))';
  check(
    'def f(x):\n  y = g(x,\n  z = 1\n  return z',
    [header, `  ${BROKEN} y)`, '  (assign z 1)', '  (return z)'],
    ['y = g(x,'],
  );
  check('def f(x):\n  y = \n  return x', [header, `  ${BROKEN} y)`, '  (return x)'], ['y =']);
  check(
    'def f(x):\n  return x +',
    [header, `  ${BROKEN})`, '  (return (unsupported "This statement could not be parsed."))'],
    ['return x +'],
  );
  check(
    'def f(x):\n  if x >:\n    y = 1\n  else:\n    y = 2\n  return x',
    [header, `  ${BROKEN} y)`, '  (return x)'],
    ['if x >:\n    y = 1\n  else:\n    y = 2'],
  );
  check(
    'def f(x):\n  if x:\n    y = 1\n  elif x >:\n    y = 2\n  return x',
    [header, '  (if x)', '    (assign y 1)', '  else', `    ${BROKEN} y)`, '  (return x)'],
    ['elif x >:\n    y = 2'],
  );
  check(
    "def f(x):\n  s = 'abc\n  return x",
    [header, `  ${BROKEN} s)`, '  (return x)'],
    ["s = 'abc"],
  );
  check('def f(x):\n  """Doc\n  return x', [header, `  ${BROKEN})`, '  (return x)'], ['"""Doc']);
  check('def f(x):\n  x.\n  return x', [header, `  ${BROKEN})`, '  (return x)'], ['x.']);
  check(
    'def f(x):\n  for i in\n  return x',
    [header, `  ${BROKEN} i)`, '  (return x)'],
    ['for i in'],
  );
});

describe('python recovery: a broken definition', () => {
  check('def f(x', [`${BROKEN} f)`], ['def f(x']);
  check('def f(x:\n  return x', [`${BROKEN} f)`], ['def f(x:\n  return x']);
  check('@dec\ndef f(x:\n  return x', [`${BROKEN} f)`], ['@dec\ndef f(x:\n  return x']);
  check('@dec(\ndef f(x):\n  return x', [`${BROKEN} f)`], ['@dec(\ndef f(x):\n  return x']);
  check('class A(:\n  def f(self): pass', [`${BROKEN} A)`], ['class A(:\n  def f(self): pass']);
  check(
    'class A:\n  x = (\n  def f(self): return 1',
    ['(class A (bases))', `  ${BROKEN} x)`, '  (function f (self))', '    (return 1)'],
    ['x = ('],
  );
});

describe('python recovery: broken statements of a module', () => {
  check('W = np.zeros((3,', [`${BROKEN} W)`], ['W = np.zeros((3,']);
  check('%matplotlib inline\na = 1', [`${BROKEN})`, '(assign a 1)'], ['%matplotlib inline']);
  check('a, b.c = (\nx = 1', [`${BROKEN} a b)`, '(assign x 1)'], ['a, b.c = (']);
  check('"""', [`${BROKEN})`], ['"""']);
  check('{', [`${BROKEN})`], ['{']);
  check(')', [`${BROKEN})`], [')']);
});

describe('python recovery: nesting beyond bounds', () => {
  const deep = (text: string) => () => assert.equal(parse(text).text, text);
  it('open brackets', deep('('.repeat(10_000)));
  it('closed brackets', deep(`x = ${'['.repeat(10_000)}${']'.repeat(10_000)}`));
  it('calls', deep(`x = ${'f('.repeat(10_000)}${')'.repeat(10_000)}`));
  it('a long sum', deep(`x = ${'a + '.repeat(10_000)}a`));
  it('members', deep(`a${'.b'.repeat(10_000)}`));
  it('signs', deep(`${'-'.repeat(10_000)}a`));
  it('lambdas', deep(`${'lambda: '.repeat(5_000)}a`));
  it('conditions', deep(`${'a if b else '.repeat(5_000)}c`));
  it('chained assignments', deep(`${'a = '.repeat(5_000)}c`));
  it('branches', deep(`if a: b\n${'elif a: b\n'.repeat(3_000)}`));
  it('blocks', deep(Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if a:`).join('\n')));
  it('targets', deep(`${'('.repeat(5_000)}a${')'.repeat(5_000)} = 1`));
  it('annotations', deep(`# @gradcheck x=${'('.repeat(10_000)}\ndef f(): pass`));
  it('list items', deep(`x = [${'1, '.repeat(150_000)}]`));

  it('names the nesting as the reason', () => {
    const text = core(`x = ${'['.repeat(250)}${']'.repeat(250)}`);
    assert.match(text, /\(unsupported "This expression is nested too deeply\."\)/);
  });
  it('keeps 190 brackets and 500 terms', () => {
    const text = `x = ${'['.repeat(190)}${']'.repeat(190)}\ny = ${'a + '.repeat(500)}a`;
    assert.doesNotMatch(core(text), /unsupported/);
  });
});
