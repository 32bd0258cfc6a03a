#: positional-only and keyword-only parameters
def f(a, b=2, /, c=3, *, d, e=5, **kw):
    return (a, b, c, d, e, kw)
x = f(1, d=4)
y = f(1, 2, c=9, d=8, e=7, a='kw')
def g(*, k):
    return k
z = g(k=1)

#: a positional-only parameter by name
def f(a, /):
    return a
f(a=1)

#: a missing keyword-only parameter
def f(*, k):
    return k
f()

#: defaults are evaluated once
def f(x, seen=[]):
    seen.append(x)
    return seen
a = f(1)
b = f(2)
n = 1
def g(k=n):
    return k
n = 2
c = g()

#: nonlocal and global
def counter():
    n = 0
    def up(k=1):
        nonlocal n
        n += k
        return n
    return up
c = counter()
a = (c(), c(5), c())
state = {'n': 0}
total = 0
def add(x):
    global total, made
    total += x
    made = 'here'
    state['n'] += 1
add(3)
add(4)

#: stars everywhere
def f(*args, **kw):
    return (args, kw)
a = f(*[1, 2], 3, *(4,), x=1, **{'y': 2}, **{'z': 3})
b = [*range(2), *'ab', *{'k': 1}]
c = {**{'a': 1}, 'b': 2, **{'a': 3}}
d = (*[1], 2)
first, *middle, last = range(5)
[e, *g], h = [1, 2], 3
i = {*[1, 2], 2}
def r():
    return (1, *[2, 3])
j = r()

#: chained assignment
a = b = c = [1]
b.append(2)
x = y, z = 1, 2
d = e = 0
d += 1

#: walrus
xs = [1, 2, 3, 4]
if (n := len(xs)) > 3:
    a = n
b = [y for x in xs if (y := x * 2) > 4]
while (k := xs.pop()) > 2:
    pass
def f(z):
    return (w := z + 1) * w
c = f(2)

#: code for type checkers only
from typing import TYPE_CHECKING, List, Optional, Union, Callable, TypeVar, Generic, Any
if TYPE_CHECKING:
    import something_that_is_not_there
T = TypeVar('T')
Vector = List[float]
Loss = Callable[[float, float], float]
Number = Union[int, float]
class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item: T = item
    def get(self) -> Optional[T]:
        return self.item
def f(x: 'Vector', y: Optional[int] = None, *args: Any) -> Number:
    z: float = 2.0
    w: int
    return len(x) + z
a = f([1.0])
b = Box(5).get()
c = isinstance(3, int | str)
d = isinstance('a', (int, list))

#: the main program
def main():
    return 5
if __name__ == '__main__':
    a = main()

#: decorators with state and arguments
import functools
def repeat(n):
    def wrap(f):
        @functools.wraps(f)
        def inner(*args, **kw):
            return [f(*args, **kw) for _ in range(n)]
        return inner
    return wrap
@repeat(3)
def f(x, y=1):
    return x + y
a = f(1, y=2)
class Register:
    def __init__(self):
        self.names = []
    def __call__(self, f):
        self.names.append(f.__name__)
        return f
register = Register()
@register
def g():
    return 1
@register
class K:
    x = 1
b = list(register.names)
def add_method(cls):
    cls.extra = lambda self: self.x + 1
    return cls
@add_method
class L:
    x = 5
c = L().extra()

#: functions that remember
from functools import lru_cache, cache, partial, reduce
calls = []
@lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
a = fib(50)
b = len(calls)
@cache
def double(x):
    calls.append('d')
    return 2 * x
c = double(2) + double(2)
d = len(calls)
class A:
    @lru_cache
    def f(self, x):
        calls.append('m')
        return x
o = A()
e = o.f(1) + o.f(1)
g = len(calls)
h = partial(pow, 2)(5)
i = reduce(lambda p, q: p * q, [1, 2, 3, 4], 1)
del o

#: formats
x, n, s = 3.14159, 42, 'ab'
a = f'{x:.2f}|{x:8.3f}|{x:<8.1f}|{x:^9.2f}|{x:+.1f}|{x:e}|{x:.3g}|{x:%}'
b = f'{n:5d}|{n:05d}|{n:<5}|{n:^6}|{n:,}|{n:x}|{n:b}|{n:o}|{n:#x}'
c = f'{s:>5}|{s:<5}|{s:^5}|{s:*^6}|{s!r}'
d = f'{x=}, {n = }, {s=!s}, {x=:.1f}'
w = 7
e = f'{x:{w}.{2}f}'
f = '{:>4}|{0!r}'.format(s) if False else '{0:>4}|{0!r}|{k}'.format(s, k=1)
g = '%5.2f|%-5d|%s|%r|%%|%03d|%e' % (x, n, s, s, 7, x)
h = f'{1000000:,}|{1234.5678:,.2f}|{-5:+d}|{0.00001}|{1e20}'
i = f"{'nested' + f'{n}'}"
j = f'{True}|{None}|{[1, 2.0]}|{(1,)}|{ {"a": 1} }'

#: methods of strings
s = '  Hello, World  '
a = (s.strip(), s.lstrip(), s.rstrip(), s.lower(), s.upper(), s.swapcase())
b = ('a,b,,c'.split(','), 'a b  c'.split(), 'a-b-c'.rsplit('-', 1), 'a-b-c'.split('-', 1))
c = ('abc'.center(8), 'abc'.center(7, '*'), 'abc'.ljust(5, '.'), 'abc'.rjust(5), '7'.zfill(3))
d = ('key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'none'.partition('='))
e = ('abcabc'.find('c'), 'abcabc'.rfind('c'), 'abc'.find('z'), 'abcabc'.count('bc'))
f = ('prefix_x'.removeprefix('prefix_'), 'x.py'.removesuffix('.py'))
g = ('abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.isupper(), 'ab'.islower())
h = ('abc' * 2, 'b' in 'abc', 'abc'[::-1], 'abc'[1], '-'.join(['x', 'y']))
i = ('aXbX'.replace('X', '1'), 'title case'.title(), 'x'.capitalize(), 'abc'.startswith(('x', 'a')))
j = ('line1\nline2'.splitlines(), 'abc'.endswith('bc'), 'abc' < 'abd', sorted('cab'))

#: integers beyond what is exact are floats by the program's own hand
a = float(2 ** 52) * 4.0
b = 2 ** 52 + 1

#: a big loop
total = 0.0
for i in range(20000):
    if i % 3 == 0:
        continue
    total += i * 0.5
    if total > 1e9:
        break
else:
    done = True

#: conditional definitions
import sys as _sys
try:
    unicode
except NameError:
    unicode = str
if True:
    def f():
        return 'first'
else:
    def f():
        return 'second'
a = f()
b = unicode('x')

#: deleting
x = [1, 2, 3]
del x[0], x[-1]
d = {'a': 1, 'b': 2}
del d['a']
class A:
    pass
o = A()
o.v = 1
del o.v
a = hasattr(o, 'v')
y = 1
del y

#: lambdas with defaults and closures in loops
fs = [lambda k=k: k * 10 for k in range(3)]
a = [f() for f in fs]
gs = [lambda: k for k in range(3)]
b = [g() for g in gs]
c = (lambda *a, **k: (a, k))(1, x=2)
del f, g, fs, gs

#: printing and asserting
print('ignored', 1, sep='-', end='')
assert True
assert 1 < 2, 'never'
a = 1

#: conditions
x = None
a = x or 'default'
b = x is None and 1 < 2 <= 2 != 3
c = not (a and x)
d = 'yes' if a else 'no'
e = [] or {} or 0 or 'last'
f = 5 in (1, 5) and 'k' not in {'k': 1}

#: percent formats
a = '%(name)s is %(age)03d' % {'name': 'Ada', 'age': 36}
b = '%+d %+.2f % d' % (5, 1.5, 7)
c = '%x %o %X' % (255, 8, 255)
d = 'loss %.4f at %d' % (0.123456, 10)

#: an integer from a text
a = int('12') + int(' -3 ')
b = int('9007199254740991')

#: loops that end early, and what follows them
out = []
for i in range(5):
    for j in range(5):
        if j > i:
            break
        if (i + j) % 2:
            continue
        out.append((i, j))
    else:
        out.append(('whole', i))
i = 10
while i:
    i -= 3
    if i < 0:
        break
else:
    out.append('never')

#: methods read from types
a = list(map(str.upper, ['a', 'b']))
b = sorted(['B', 'a'], key=str.lower)
c = [list.index([1, 2], 2), dict.get({'a': 1}, 'a'), str.join('-', ['x', 'y'])]
d = isinstance(int, type)
e = isinstance(3, type)
class A(dict):
    def __setitem__(self, k, v):
        dict.__setitem__(self, k, v * 2)
f = A()
f['x'] = 2
g = dict(f)
h = [hasattr(x, '__len__') for x in ([], 'a', 3, {}, 2.5)]
i = [hasattr(x, '__iter__') for x in ([], 'a', 3, (), 2.5)]
del f
j = ... is Ellipsis
