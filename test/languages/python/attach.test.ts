/** Where annotations and ignores attach in a Python file, and what attaches to nothing. */
import assert from 'node:assert/strict';
import { core, parse, problemsOf } from './support';

/** Core text of a file whose annotations all attach. */
function check(python: string, ...expected: readonly string[]): void {
  it(python, () => {
    assert.deepEqual(problemsOf(parse(python)), []);
    assert.equal(core(python), expected.join('\n'));
  });
}

function fails(python: string, ...expected: readonly string[]): void {
  it(python, () => assert.deepEqual(problemsOf(parse(python)), expected));
}

describe('python annotations attach to definitions', () => {
  check('# @gradcheck\ndef f(): pass', '(function f () (gradcheck))', '  (pass)');
  check('# prose\n# @gradcheck\n# prose\ndef f(): pass', '(function f () (gradcheck))', '  (pass)');
  check('## @gradcheck\nclass A: pass', '(class A (bases) (gradcheck))', '  (pass)');
  check(
    '# @gradcheck x=1\n@a\n# @grad x = 2\n@b\ndef f(x):\n  """Doc.\n\n  @gradcheck x=2\n  see @gradcheck\n  """',
    '(function f (x) (decorator a) (decorator b) (gradcheck (value x 1)) (claim x 2) (gradcheck (value x 2)))',
    '  "Doc.\\n\\n  @gradcheck x=2\\n  see @gradcheck\\n  "',
  );
  check(
    'class A:\n  # @gradcheck\n  def f(self): pass',
    '(class A (bases))',
    '  (function f (self) (gradcheck))',
    '    (pass)',
  );
  check(
    'def f(x):\n  r"@gradcheck x=3"',
    '(function f (x) (gradcheck (value x 3)))',
    '  "@gradcheck x=3"',
  );
});

describe('python annotations attach to assignments', () => {
  check('a = b  # @grad d(a)/d(b)', '(assign a b (claim (d a) (d b)))');
  check('# @grad d(a)/d(b)\na = b', '(assign a b (claim (d a) (d b)))');
  check('a += b  # @grad d(l)/d(w[0])', '(augment add a b (claim (d l) (d (index w 0))))');
  check(
    'a = (b +  # @grad d(a)/d(self.b)\n  c)',
    '(assign a (add b c) (claim (d a) (d (member self b))))',
  );
  check('x = 1; a = b;  # @grad d(a)/d(b)', '(assign x 1)', '(assign a b (claim (d a) (d b)))');
  check('for i in x: a = b  # @grad d(a)/d(b)', '(for i x)', '  (assign a b (claim (d a) (d b)))');
  check('# @gradcheck\nf = lambda x: x', '(assign f (lambda (x) (return x)) (gradcheck))');
  check('a = b  # @grad d(a)/d(b)  # gradlens: ignore', '(assign a b (claim (d a) (d b)))');
});

describe('python annotations attach to nothing', () => {
  const above = (what: string) =>
    `@gradcheck | This annotation stands above ${what}; write it above a def, class or assignment.`;
  fails('# @gradcheck\n\ndef f(): pass', above('a blank line'));
  fails('# @gradcheck', above('a blank line'));
  fails('# @gradcheck\nfor i in x: pass', above('line 2, which cannot be checked'));
  fails('# @gradcheck\n# prose\nf(x)', above('line 3, which cannot be checked'));
  fails(
    'def f(): # @gradcheck\n  pass',
    '@gradcheck | Only an assignment bears an annotation on its own line; write it on the line above.',
  );
  fails(
    'async with a:\n  # @gradcheck\n  def f(): pass',
    '@gradcheck | This annotation stands in a statement that is not supported; move its target out of it.',
  );
  fails(
    '"""@gradcheck x"""',
    "@gradcheck x | The file's docstring bears no annotation; write it above a definition.",
  );
  fails('# @gradcheck\nx: float', above('line 2, which cannot be checked'));
  fails('x = "# @gradcheck"');
  fails('# @gradcheck\ndef f(x:');
  fails(
    '# @gradcheck x=\ndef f(x:',
    'x= | `x` has no value; write `x=3`, `x: (4, 3)` or `x in (0, 1)`.',
  );
  fails(
    '# @gradcheck\nasync def f(x): pass',
    '@gradcheck | `async def` is not supported. Use a plain `def`.',
  );
  fails('def f(x):\n  y = x[\n\n  # @grad d(z)/d(x)\n  z = x');
});

describe('python ignores', () => {
  function ignores(python: string, ...expected: readonly string[]): void {
    it(python, () => {
      const program = parse(python);
      assert.deepEqual(problemsOf(program), []);
      const found = program.ignores.map(
        ({ line, codes, reason }) => `${line ?? 'file'} [${codes.join(' ')}] ${reason}`,
      );
      assert.deepEqual(found, expected);
    });
  }
  ignores('a = 1  # gradlens: ignore', '1 [] ');
  ignores('a = 1  # gradlens: ignore[mismatch] known', '1 [mismatch] known');
  ignores('a = 1  # noqa # gradlens:ignore [kink, scale] why', '1 [kink scale] why');
  ignores('# gradlens: ignore[kink]\na = 1', '2 [kink] ');
  ignores('# gradlens: ignore\n# prose\n@d\ndef f(): pass', '2 [] ', '4 [] ');
  ignores('"""Doc."""\n# gradlens: ignore-file generated\na = 1', 'file [] generated');
  ignores('x = "# gradlens: ignore"');
  fails(
    'a = 1\n# gradlens: ignore-file',
    '# gradlens: ignore-file | `ignore-file` stands at the top of the file; move it there.',
  );
  const usage = 'Write `# gradlens: ignore[mismatch] reason` or `# gradlens: ignore-file`.';
  fails('# gradlens: off', `# gradlens: off | ${usage}`);
  fails('# gradlens: ignored', `# gradlens: ignored | ${usage}`);
  fails('# gradlens: ignore[mismatch', `# gradlens: ignore[mismatch | ${usage}`);
});
