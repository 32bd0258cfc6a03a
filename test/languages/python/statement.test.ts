/** Python statements as core text. */
import assert from 'node:assert/strict';
import { core } from './support';

function check(python: string, ...expected: readonly string[]): void {
  it(python, () => assert.equal(core(python), expected.join('\n')));
}

describe('python statements: assignment', () => {
  check('a = 1', '(assign a 1)');
  check('a = b = c', '(assign a b c)');
  check('a, (b, *c) = d', '(assign (tuple a (tuple b (spread c))) d)');
  check('[a, b] = d', '(assign (list a b) d)');
  check('(a) = 1', '(assign a 1)');
  check('(a,) = 1,', '(assign (tuple a) (tuple 1))');
  check('x: int = 3', '(assign x 3)');
  check('x: int', '(pass)');
  check('x = *a, b', '(assign x (tuple (spread a) b))');
  check('self.a[1:, i] = v', '(assign (index (member self a) (tuple (slice 1 _ _) i)) v)');
  check('x += 1', '(augment add x 1)');
  check('x @= y', '(augment matmul x y)');
  check('x //= y', '(augment floorDivide x y)');
  check('x **= y', '(augment power x y)');
  check('x %= y', '(augment floorMod x y)');
  check('x >>= y', '(augment shiftRight x y)');
  check('a = 1; b = 2', '(assign a 1)', '(assign b 2)');
});

describe('python statements: control', () => {
  check(
    'if a:\n  b\nelif c:\n  d\nelse:\n  e',
    '(if a)',
    '  b',
    'else',
    '  (if c)',
    '    d',
    '  else',
    '    e',
  );
  check(
    'for i, (a, b) in c, d:\n  continue\nelse:\n  pass',
    '(for (tuple i (tuple a b)) (tuple c d))',
    '  (continue)',
    'else',
    '  (pass)',
  );
  check('while a: break\nelse: b', '(while a)', '  (break)', 'else', '  b');
  check('assert a, "m"', '(assert a "m")');
  check('raise E("m") from e', '(raise (call E "m"))');
  check('raise', '(raise)');
  check('del a, b[0]', '(delete a (index b 0))');
  check('del (a, b)', '(delete (tuple a b))');
  check(
    'def f():\n  global a, b\n  nonlocal c',
    '(function f ())',
    '  (global a b)',
    '  (nonlocal c)',
  );
  check('def f(): return 1, 2', '(function f ())', '  (return (tuple 1 2))');
  check('def f(): return', '(function f ())', '  (return)');
});

describe('python statements: try, with, match', () => {
  check(
    'try:\n  a\nexcept E as e:\n  b\nexcept (F, G):\n  c\nexcept:\n  d\nelse:\n  g\nfinally:\n  h',
    '(try)',
    '  a',
    '(except E e)',
    '  b',
    '(except (tuple F G))',
    '  c',
    '(except)',
    '  d',
    'else',
    '  g',
    'finally',
    '  h',
  );
  check(
    'with open(a) as f, g() as (h, i), j:\n  k',
    '(with (as (call open a) f) (as (call g) (tuple h i)) j)',
    '  k',
  );
  check('with (a as b, c): d', '(with (as a b) c)', '  d');
  const match = (pattern: string, expected: string) =>
    check(`match x:\n  case ${pattern}: y`, '(match x)', `  (case ${expected})`, '    y');
  match('1', '1');
  match('-1 | "a" "b" | None', '(either (negate 1) "ab" none)');
  match('a', 'a');
  match('_', '_');
  match('a if b', 'a (if b)');
  match('[a, *_, (b, c)]', '(sequence a *_ (sequence b c))');
  match('a, *b', '(sequence a *b)');
  match('a,', '(sequence a)');
  match('(a)', 'a');
  match('(a,)', '(sequence a)');
  match('{"k": v, -1: 2, **rest}', '(mapping "k":v (negate 1):2 **rest)');
  match('A.b(x, y=-0.5) as z', '(as (class (member A b) x y=(negate 0.5)) z)');
  match('a.b', '(member a b)');
  check('match x, y:\n  case _: z', '(match (tuple x y))', '  (case _)', '    z');
  check('match = case', '(assign match case)');
});

describe('python statements: import', () => {
  check('import numpy as np, os.path', '(import numpy np)', '(import os.path)');
  check('from a.b import c as d, e', '(importFrom a.b c:d e)');
  check('from .. import a', '(importFrom .. a)');
  check('from .m import *', '(importFrom .m *)');
  check('from m import (a,\n  b)', '(importFrom m a b)');
  check('from __future__ import division', '(pass)');
});

describe('python statements: definitions', () => {
  check(
    'def f(a, b: int = 3, /, c=4, *args, d, e: int = 5, **kw) -> float: pass',
    '(function f (a, b=3, c=4, *args, only d, only e=5, **kw))',
    '  (pass)',
  );
  check('def f(a, *, b): pass', '(function f (a, only b))', '  (pass)');
  check('def f(*args: int, **kw: str): pass', '(function f (*args, **kw))', '  (pass)');
  check('def f(): yield 1', '(generator f ())', '  (yield 1)');
  check('def f(): x = yield 1, 2', '(generator f ())', '  (assign x (yield (tuple 1 2)))');
  check('def f(): yield from g()', '(generator f ())', '  (yieldAll (call g))');
  check(
    'def f():\n  def g(): yield\n  return g',
    '(function f ())',
    '  (generator g ())',
    '    (yield)',
    '  (return g)',
  );
  check(
    '@a\n@b.c(1)\ndef f(): pass',
    '(function f () (decorator a) (decorator (call (member b c) 1)))',
    '  (pass)',
  );
  check('class A(B, metaclass=C):\n  x = 1', '(class A (bases B) (metaclass C))', '  (assign x 1)');
  check('class A: pass', '(class A (bases))', '  (pass)');
  check('@d\nclass A: pass', '(class A (bases) (decorator d))', '  (pass)');
  check(
    'def f(a, (b, c)): pass',
    '(function f (a, (b, c)))',
    '  (unsupportedStatement "A parameter in brackets belongs to Python 2." b c)',
    '  (pass)',
  );
});

describe('python statements: refused, with the names they bind', () => {
  check('async def f(): pass', '(unsupportedStatement "`async def` is not supported." f)');
  check('type X = int', '(unsupportedStatement "A type alias is not supported." X)');
  check(
    'async def f(): pass\nasync with a as b:\n  c = 1',
    '(unsupportedStatement "`async def` is not supported." f)',
    '(unsupportedStatement "`async with` is not supported." b c)',
  );
  check(
    'try:\n  x = 1\nexcept* E as e:\n  y, z = 1, 2',
    '(unsupportedStatement "`except*` is not supported." x e y z)',
  );
  check(
    'def f(x):\n  async with g():\n    return x\n  return 2',
    '(function f (x))',
    '  (unsupportedStatement "`async with` is not supported.")',
    '  (return (unsupported "`async with` is not supported."))',
    '  (return 2)',
  );
});

describe('python statements: Python 2', () => {
  check('print x', '(call print x)');
  check('print "a", b', '(call print "a" b)');
  check('print >>f, x', '(call print x)');
  check('print', 'print');
  check('raise E, "m"', '(raise (tuple E "m"))');
  check(
    'try:\n  a\nexcept E, e:\n  b = 1\nc = 2',
    '(unsupportedStatement "`except X, e` belongs to Python 2." b)',
    '(assign c 2)',
  );
  check('exec "a"', '(unsupportedStatement "`exec` is not supported.")');
});

describe('python statements: odd texts', () => {
  check('', '');
  check('# only a comment', '');
  check('\ufeffa = 1', '(assign a 1)');
  check('if a:\r\n  b = 1\r\nc = 2\r\n', '(if a)', '  (assign b 1)', '(assign c 2)');
  check('if a:\n\tb = 1\n\n\n\tc = 2', '(if a)', '  (assign b 1)', '  (assign c 2)');
  check('a = (1,\n# comment\n2)', '(assign a (tuple 1 2))');
  check('a = 1 + \\\n  2', '(assign a (add 1 2))');
});
