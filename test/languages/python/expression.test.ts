/** Python expressions as core text: precedence, literals, and what is refused by name. */
import assert from 'node:assert/strict';
import { core } from './support';

function check(python: string, expected: string): void {
  it(python, () => assert.equal(core(python), expected));
}

describe('python expressions: precedence', () => {
  check('-x**2', '(negate (power x 2))');
  check('x**-y', '(power x (negate y))');
  check('2**3**2', '(power 2 (power 3 2))');
  check('a + b * c', '(add a (multiply b c))');
  check('(a + b) * c', '(multiply (add a b) c)');
  check('a - b - c', '(subtract (subtract a b) c)');
  check('a // b % c', '(floorMod (floorDivide a b) c)');
  check('a @ b.T', '(matmul a (member b T))');
  check('not a in b', '(not (compare a in b))');
  check('not a == b', '(not (compare a equal b))');
  check('a not in b', '(compare a notIn b)');
  check('a is not None', '(compare a isNot none)');
  check('a < b <= c != d', '(compare a less b lessEqual c notEqual d)');
  check('(a < b) < c', '(compare (compare a less b) less c)');
  check('a <> b', '(compare a notEqual b)');
  check('a or b and not c', '(or a (and b (not c)))');
  check('a if b else c', '(conditional b a c)');
  check('a if b else c if d else e', '(conditional b a (conditional d c e))');
  check('a | b ^ c & d << 1', '(bitOr a (bitXor b (bitAnd c (shiftLeft d 1))))');
  check('~a >> 2', '(shiftRight (invert a) 2)');
  check('+x', '(plus x)');
  check('lambda x, y=2: x if x else y', '(lambda (x, y=2) (return (conditional x x y)))');
  check('lambda *a, k, **r: 0', '(lambda (*a, only k, **r) (return 0))');
  check('(n := 10) + n', '(add (assign n 10) n)');
  check('a.b.c(d)[e]', '(index (call (member (member a b) c) d) e)');
});

describe('python expressions: numbers', () => {
  check('1_000', '1000');
  check('0x_1F', '31');
  check('0b101', '5');
  check('0o17', '15');
  check('1e-3', '0.001');
  check('1.', '1.0');
  check('.5', '0.5');
  check('1e5', '100000.0');
  check('1_0.2_5', '10.25');
  check('10L', '10');
  check('0', '0');
  check('00', '0');
  check('3j', '(unsupported "The complex number 3j is not supported.")');
  check('1.5J', '(unsupported "The complex number 1.5J is not supported.")');
  check('9007199254740991', '9007199254740991');
  check(
    '9007199254740993',
    '(unsupported "The integer 9007199254740993 is beyond 2**53, where numbers are no longer exact.")',
  );
  check('0777', '(unsupported "0777 is an octal number of Python 2.")');
});

describe('python expressions: strings', () => {
  check('\'a\' "b"', '"ab"');
  check("''", '""');
  check("'''a\nb'''", '"a\\nb"');
  check(String.raw`'\n\x41\u00e9\U0001F600\101\q\\'`, '"\\nAé😀A\\\\q\\\\"');
  check(String.raw`r'\n'`, '"\\\\n"');
  check("'a\\\nb'", '"ab"');
  check("b'x'", '(unsupported "Bytes are not supported.")');
  check("f'a{x}b{{c}}'", '(format "a" x "b{c}")');
  check("f'{x}' 'y'", '(format x "y")');
  check("f'{x!r}'", '(format (call repr x))');
  check("f'{x:.2f}'", '(format (call format x (format ".2f")))');
  check("f'{x:>{w}}'", '(format (call format x (format ">" w)))');
  check("f'{x=}'", '(format "x=" (call repr x))');
  check("f'{x = !s}'", '(format "x = " (call str x))');
  check("f'{x=:.2f}'", '(format "x=" (call format x (format ".2f")))');
  check("f'{a, b}'", '(format (tuple a b))');
  check("f'plain'", '"plain"');
});

describe('python expressions: collections', () => {
  check('[1, *a]', '(list 1 (spread a))');
  check('()', '(tuple)');
  check('(1,)', '(tuple 1)');
  check('1,', '(tuple 1)');
  check('a, b', '(tuple a b)');
  check('{1, 2}', '(set 1 2)');
  check('{}', '(dict)');
  check("{'a': 1, **b}", '(dict "a":1 **b)');
  check('[i for i in x]', '(list i (for i x))');
  check(
    '[i*j for i in x if i if i > 2 for j in y]',
    '(list (multiply i j) (for i x (if i) (if (compare i greater 2))) (for j y))',
  );
  check('{k: v for k, v in d.items()}', '(dict k:v (for (tuple k v) (call (member d items))))');
  check('{i for i in x}', '(set i (for i x))');
  check('sum(i for i in x)', '(call sum (generator i (for i x)))');
  check('f(a, *b, k=1, **c)', '(call f a *b k=1 **c)');
});

describe('python expressions: indices', () => {
  check('x[0]', '(index x 0)');
  check('x[-1]', '(index x (negate 1))');
  check('x[1:2]', '(index x (slice 1 2 _))');
  check('x[:]', '(index x (slice _ _ _))');
  check('x[::-1]', '(index x (slice _ _ (negate 1)))');
  check('x[:, None]', '(index x (tuple (slice _ _ _) none))');
  check('x[..., i]', '(index x (tuple ... i))');
  check('x[1,]', '(index x (tuple 1))');
  check('x[(1, 2)]', '(index x (tuple 1 2))');
  check('x[np.arange(n), y]', '(index x (tuple (call (member np arange) n) y))');
});

describe('python expressions: refused', () => {
  check('[x async for x in y]', '(unsupported "`async for` is not supported.")');
  check('await x', '(unsupported "`await` is not supported.")');
  check('x = `y`', '(assign x (unsupported "Backticks belong to Python 2."))');
});

describe('python names', () => {
  check('ﬁ = 1', '(assign fi 1)');
  check('𝐱.𝐲', '(member x y)');
  check('f(ﬁ=1)', '(call f fi=1)');
});
