/** The grammar of annotations, in Python: good lines as core text, malformed ones as problems. */
import assert from 'node:assert/strict';
import type { Annotation } from '../../src/syntax/annotation';
import type { Program } from '../../src/syntax/nodes';
import { printAnnotation } from '../../src/syntax/print';
import { covered, parse, problemsOf } from '../languages/python/support';

/** The annotations of the function below some comment lines. */
function above(comment: string): { program: Program; annotations: readonly Annotation[] } {
  const lines = comment.split('\n').map((line) => `# ${line}`);
  const program = parse(`${lines.join('\n')}\ndef f(x, y): pass\n`);
  const annotations = program.body.flatMap((node) =>
    node.kind === 'function' ? node.definition.annotations : [],
  );
  return { program, annotations };
}

function check(comment: string, ...expected: readonly string[]): void {
  it(comment, () => {
    const { program, annotations } = above(comment);
    assert.deepEqual(problemsOf(program), []);
    assert.deepEqual(annotations.map(printAnnotation), expected);
  });
}

/** Each problem is `underlined text | sentence`. */
function fails(comment: string, ...expected: readonly string[]): void {
  it(comment, () => {
    const { program, annotations } = above(comment);
    assert.deepEqual(problemsOf(program), expected);
    assert.ok(annotations.every((each) => each.kind === 'malformed'));
  });
}

describe('annotations: @gradcheck', () => {
  check('@gradcheck', '(gradcheck)');
  check('@gradcheck x=3', '(gradcheck (value x 3))');
  check('  @gradcheck x=3', '(gradcheck (value x 3))');
  check('@gradcheck x=3, y=-2', '(gradcheck (value x 3) (value y (negate 2)))');
  check('@gradcheck x=3 y=2', '(gradcheck (value x 3) (value y 2))');
  check('@gradcheck x = 3   y = 2', '(gradcheck (value x 3) (value y 2))');
  check(
    '@gradcheck A=[[1, 2], [3, 4]], B=[[5, 6], [7, 8]]',
    '(gradcheck (value A (list (list 1 2) (list 3 4))) (value B (list (list 5 6) (list 7 8))))',
  );
  check('@gradcheck x: (4, 3), w: (3,)', '(gradcheck (drawn x (shape 4 3)) (drawn w (shape 3)))');
  check('@gradcheck x: (n, 2*n)', '(gradcheck (drawn x (shape n (multiply 2 n))))');
  check('@gradcheck x: [4]', '(gradcheck (drawn x (shape 4)))');
  check('@gradcheck x in (0, 10)', '(gradcheck (drawn x (in 0 10)))');
  check('@gradcheck x in (-pi, pi)', '(gradcheck (drawn x (in (negate pi) pi)))');
  check('@gradcheck x: (4,) in (0, 1)', '(gradcheck (drawn x (shape 4) (in 0 1)))');
  check(
    '@gradcheck x: (4,) in (0, 1) y in (0, 1), z=2',
    '(gradcheck (drawn x (shape 4) (in 0 1)) (drawn y (in 0 1)) (value z 2))',
  );
  check('@gradcheck y=labels(4, 3)', '(gradcheck (value y (call labels 4 3)))');
  check('@gradcheck n=int(3)', '(gradcheck (value n (call int 3)))');
  check(
    '@gradcheck wrt=(x, w), points=5, rtol=1e-8',
    '(gradcheck (value wrt (tuple x w)) (value points 5) (value rtol 1e-8))',
  );
  check('@gradcheck of=cost', '(gradcheck (value of cost))');
  check(
    '@gradcheck gradient=f_prime gradient=df',
    '(gradcheck (value gradient f_prime) (value gradient df))',
  );
  check('@gradcheck option.seed=3 seed=4', '(gradcheck (option seed 3) (value seed 4))');
  check('@gradcheck self.W: (3, 4)', '(gradcheck (drawn self.W (shape 3 4)))');
  check('@gradcheck params.W1=2', '(gradcheck (value params.W1 2))');
  check('@gradcheck p={"stride": 2, "in": 3}', '(gradcheck (value p (dict "stride":2 "in":3)))');
  check('@gradcheck mode="full" x=")"', '(gradcheck (value mode "full") (value x ")"))');
  check('@gradcheck ﬁ=3', '(gradcheck (value fi 3))');
  check('@gradcheck x=1\n@gradcheck x=2', '(gradcheck (value x 1))', '(gradcheck (value x 2))');
});

describe('annotations: words that join expressions begin no item', () => {
  check(
    '@gradcheck x=a if b in c else d y=3',
    '(gradcheck (value x (conditional (compare b in c) a d)) (value y 3))',
  );
  check(
    '@gradcheck f=lambda a: a, y=2',
    '(gradcheck (value f (lambda (a) (return a))) (value y 2))',
  );
  check('@gradcheck x=not y in z', '(gradcheck (value x (not (compare y in z))))');
});

describe('annotations: skip', () => {
  check('@gradcheck skip', '(gradcheck (skip ""))');
  check(
    '@gradcheck skip: sampled inputs make no sense',
    '(gradcheck (skip "sampled inputs make no sense"))',
  );
  check("@gradcheck skip: don't (yet, x=3", '(gradcheck (skip "don\'t (yet, x=3"))');
  check('@gradcheck skip: a,\nprose', '(gradcheck (skip "a,"))');
  check('@gradcheck x=3, skip: why', '(gradcheck (value x 3) (skip "why"))');
});

describe('annotations: more than one line', () => {
  check('@gradcheck x=[1,\n  2]', '(gradcheck (value x (list 1 2)))');
  check('@gradcheck x=1,\ny=2,\nz=3\nprose', '(gradcheck (value x 1) (value y 2) (value z 3))');
  check('@grad x = (y +\n2*x)', '(claim x (add y (multiply 2 x)))');
  check('prose, with a comma,\n@gradcheck x=1\nmore (prose', '(gradcheck (value x 1))');
});

describe('annotations: claims', () => {
  check('@grad x = y + 2*x', '(claim x (add y (multiply 2 x)))');
  check('@grad x=7', '(claim x 7)');
  check('@grad self.W = [[1, 2]]', '(claim self.W (list (list 1 2)))');
  check('@grad d = 2', '(claim d 2)');
  check('@grad x = y == 2', '(claim x (compare y equal 2))');
  check(
    '@gradcheck x=2, y=3\n@grad x = y\n@grad y = x',
    '(gradcheck (value x 2) (value y 3))',
    '(claim x y)',
    '(claim y x)',
  );
});

describe('annotations: prose', () => {
  check('see @gradcheck x=3');
  check('@gradient of x');
  check('@grad_check');
  check('@gradcheck_all');
  check('@gradcheck-all');
  check('@grad.setter');
  check('@param x');
});

describe('annotations: malformed @gradcheck', () => {
  fails('@gradcheck x=2^3', '^ | `^` is no power in Python; write `**`.');
  fails('@gradcheck x=1, x=2', 'x | `x` is given twice; keep one.');
  fails('@gradcheck x: (3,), x in (0, 1)', 'x | `x` is given twice; keep one.');
  fails('@gradcheck ﬁ=1, fi=2', 'fi | `fi` is given twice; keep one.');
  fails('@gradcheck x: ()', '() | The shape of `x` is empty; write `x: (3,)`, or `x=1.5`.');
  fails(
    '@gradcheck x: (0, 2)',
    '0 | A shape holds whole numbers above 0, not 0; write `x: (4, 3)`.',
  );
  fails(
    '@gradcheck x: (2.5,)',
    '2.5 | A shape holds whole numbers above 0, not 2.5; write `x: (4, 3)`.',
  );
  fails('@gradcheck x: 3', '3 | A shape stands in brackets; write `x: (4, 3)`.');
  fails(
    '@gradcheck x in (10, 0)',
    '(10, 0) | The interval of `x` is reversed; write `x in (0, 10)`.',
  );
  fails(
    '@gradcheck x in (1, -1)',
    '(1, -1) | The interval of `x` is reversed; write `x in (-1, 1)`.',
  );
  fails('@gradcheck x in (1, 1)', '(1, 1) | The interval of `x` is empty; write `x=1`.');
  fails('@gradcheck x in 3', '3 | An interval has two bounds in brackets; write `x in (0, 1)`.');
  fails(
    '@gradcheck x in (1, 2, 3)',
    '(1, 2, 3) | An interval has two bounds in brackets; write `x in (0, 1)`.',
  );
  fails(
    '@gradcheck x: (3,) in',
    'in | An interval has two bounds in brackets; write `x in (0, 1)`.',
  );
  fails('@gradcheck x=', 'x= | `x` has no value; write `x=3`, `x: (4, 3)` or `x in (0, 1)`.');
  fails('@gradcheck x=, y=2', 'x= | `x` has no value; write `x=3`, `x: (4, 3)` or `x in (0, 1)`.');
  fails(
    '@gradcheck x',
    'x | `x` is no item; write `x=3`, `x: (4, 3)` or `x in (0, 1)`, or move prose to its own line.',
  );
  fails(
    '@gradcheck please check',
    'please check | `please check` is no item; write `please=3`, `please: (4, 3)` or `please in (0, 1)`, or move prose to its own line.',
  );
  fails(
    '@gradcheck x=1, 2',
    '2 | `2` belongs to no name; several values need brackets: `x=[1, 2]`.',
  );
  fails('@gradcheck x=(1, 2', '( | `(` is never closed; add `)`.');
  fails('@gradcheck x=1)', ') | `)` closes nothing; remove it.');
  fails('@gradcheck x=(1]', '] | `]` cannot close `(`; write `)`.');
  fails('@gradcheck x="abc', '" | The text that starts here never ends; close it with ".');
  fails('@gradcheck x=1,', ', | There is no item beside this comma; remove it.');
  fails('@gradcheck x=1,, y=2', ', | There is no item beside this comma; remove it.');
  fails('@gradcheck x=2 + * 3', '2 + * 3 | `2 + * 3` is no Python expression; correct its syntax.');
  fails(
    '@gradcheck x=3 # three',
    '# three | Write this remark on a line of its own, without @gradcheck.',
  );
  fails('@gradcheck: x=3', ': x=3 | `:` cannot follow @gradcheck; write `@gradcheck x=3`.');
  fails('@gradcheck(x=3)', '(x=3) | `(` cannot follow @gradcheck; write `@gradcheck x=3`.');
  fails(
    '@gradcheck x==3',
    'x==3 | `x==3` is no item; write `x=3`, `x: (4, 3)` or `x in (0, 1)`, or move prose to its own line.',
  );
  fails('@gradcheck 😀', '😀 | `😀` belongs to no name; several values need brackets: `x=[1, 2]`.');
  fails('@gradcheck x=[1,\n2^3]', '^ | `^` is no power in Python; write `**`.');
});

describe('annotations: malformed @grad', () => {
  fails('@grad', '@grad | @grad claims nothing; write `@grad x = 2*x` or `@grad d(loss)/d(W)`.');
  fails('@grad x', 'x | `x` cannot stand here; write `@grad x = ...` or `@grad d(loss)/d(W)`.');
  fails('@grad x: 3', ': | `:` cannot stand here; write `@grad x = ...` or `@grad d(loss)/d(W)`.');
  fails('@grad x =', 'x = | The claim about `x` is empty; write `@grad x = ...`.');
  fails(
    '@grad x = 1, 2',
    ', | A claim is one expression: put values in brackets, or write a second @grad.',
  );
  fails('@grad x = y^2', '^ | `^` is no power in Python; write `**`.');
  fails('@grad d(a)', ') | A derivative is written `d(loss)/d(W)`.');
  fails('@grad d(a)/e(b)', '/ | A derivative is written `d(loss)/d(W)`.');
  fails('@grad d()/d(b)', '() | A variable is missing; write `d(loss)/d(W)`.');
  fails(
    '@grad d(a)/d(2*b)',
    '2*b | `2*b` is no variable; assign it to a name and write that name.',
  );
  fails(
    '@grad d(a)/d(b) = 3',
    '= | `=` is too much: the claim is about the variable assigned here.',
  );
  fails(
    '@grad d(a)/d(b)',
    '@grad d(a)/d(b) | A claim about a variable stands at its assignment; for a parameter write `@grad x = ...`.',
  );
});

describe('annotations: spans', () => {
  it('cover names, items and whole annotations exactly, over lines and astral characters', () => {
    const { program, annotations } = above(
      '😀 prose\n  @gradcheck 𝐱 = "😀", y: (3,\n  4) in (0, 1)\n@grad y = 2*x',
    );
    const text = (span: { start: number; end: number }) => covered(program, span);
    const items = annotations.flatMap((node) => (node.kind === 'gradcheck' ? node.items : []));
    assert.deepEqual(
      annotations.map((annotation) => text(annotation.span)),
      ['@gradcheck 𝐱 = "😀", y: (3,\n#   4) in (0, 1)', '@grad y = 2*x'],
    );
    assert.deepEqual(
      items.map((item) => text(item.span)),
      ['𝐱 = "😀"', 'y: (3,\n#   4) in (0, 1)'],
    );
    const values = items.flatMap((item) =>
      item.kind === 'value' ? [item.nameSpan, item.value.span] : [],
    );
    assert.deepEqual(values.map(text), ['𝐱', '"😀"']);
    const entries = items.flatMap((item) => (item.kind === 'drawn' ? (item.shape ?? []) : []));
    assert.deepEqual(
      entries.map((entry) => text(entry.span)),
      ['3', '4'],
    );
    const claims = annotations.flatMap((node) =>
      node.kind === 'claim' ? [node.nameSpan, node.value.span] : [],
    );
    assert.deepEqual(claims.map(text), ['y', '2*x']);
  });
});
