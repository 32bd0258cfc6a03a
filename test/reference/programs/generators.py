#: values on demand
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
a = list(count(4))
b = [x * x for x in count(3)]
c = sum(count(5))
d = tuple(count(0))

#: an endless generator
def naturals():
    n = 0
    while True:
        yield n
        n += 1
g = naturals()
a = [next(g) for _ in range(3)]
b = next(g)
c = list(zip(naturals(), 'abc'))
d = []
for n in naturals():
    if n > 4:
        break
    d.append(n)

#: nothing runs before the first item
log = []
def g():
    log.append('start')
    yield 1
    log.append('middle')
    yield 2
    log.append('end')
it = g()
log.append('made')
a = next(it)
b = next(it)
c = next(it, 'done')
d = next(it, 'still done')

#: the end of a generator
def g():
    yield 1
it = g()
next(it)
next(it)

#: yield from
def inner(n):
    for i in range(n):
        yield i
    return 'result %d' % n
def outer():
    a = yield from inner(2)
    yield a
    yield from [10, 20]
    b = yield from inner(0)
    yield b
a = list(outer())

#: a tree walked by recursion
class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right
    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right
tree = Node(4, Node(2, Node(1), Node(3)), Node(6))
a = list(tree)
b = max(tree)

#: yield in every kind of statement
def g(n):
    for i in range(n):
        if i % 2 == 0:
            yield ('even', i)
        elif i == 3:
            yield 'three'
        else:
            yield ('odd', i)
    else:
        yield 'end'
    try:
        yield 1 / (n - 5)
    except ZeroDivisionError:
        yield 'zero'
    finally:
        yield 'finally'
    match n:
        case 5:
            yield 'five'
        case _:
            yield 'other'
a = list(g(5))
b = list(g(1))

#: methods that are generators
class Data:
    def __init__(self, xs, size):
        self.xs = xs
        self.size = size
    def batches(self):
        for i in range(0, len(self.xs), self.size):
            yield self.xs[i:i + self.size]
    def __len__(self):
        return len(self.xs)
    def __iter__(self):
        for batch in self.batches():
            for x in batch:
                yield x
d = Data([1, 2, 3, 4, 5], 2)
a = list(d.batches())
b = list(d)
c = len(d)

#: a bare yield and an early return
def g(n):
    yield
    if n == 0:
        return
    x = yield 5
    yield x
a = (list(g(0)), list(g(1)))

#: closing
log = []
def g():
    try:
        yield 1
        yield 2
    finally:
        log.append('closed')
it = g()
next(it)
it.close()
a = list(it)

#: an exception in a generator
def g():
    yield 1
    raise ValueError('inside')
out = []
it = g()
try:
    for x in it:
        out.append(x)
except ValueError as e:
    out.append(str(e))
rest = list(it)

#: with inside a generator
log = []
class C:
    def __enter__(self):
        log.append('in')
        return 7
    def __exit__(self, *args):
        log.append('out')
def g():
    with C() as x:
        yield x
        yield x + 1
a = []
for v in g():
    log.append('use')
    a.append(v)

#: generator expressions with state
def compose(*fs):
    for f in fs:
        yield f
total = 0
for f in compose(lambda x: x + 1, lambda x: x * 2):
    total = f(total + 1)
gen = (x for x in compose(1, 2, 3) if x != 2)
a = list(gen)
b = list(gen)
c = any(x > 1 for x in compose(1, 2))

#: arguments and closures
def make(k):
    def g(n, step=1):
        for i in range(n):
            yield i * k * step
    return g
a = list(make(3)(3, step=2))

#: star and unpacking from generators
def g():
    yield 1
    yield 2
    yield 3
first, *rest = g()
a, b, c = g()
d = [*g(), *g()]
e = max(*g())
f = dict(zip('xyz', g()))

#: numerical work by a generator
import numpy as np
def descent(x, rate):
    while True:
        grad = 2 * x
        yield x, float(np.sum(grad ** 2))
        x = x - rate * grad
path = []
for step, (x, norm) in enumerate(descent(np.array([1.0, -2.0]), 0.1)):
    path.append(norm)
    if step == 3:
        break
final = x

#: itertools
import itertools
from itertools import chain, islice, count, cycle, accumulate, takewhile, dropwhile
a = list(islice(count(5, 2), 3))
b = list(chain([1], (2, 3), 'a'))
c = list(chain.from_iterable([[1, 2], [3]]))
d = list(islice(cycle('ab'), 5))
e = list(accumulate([1, 2, 3, 4]))
f = list(accumulate([3, 1, 2], max))
g = list(takewhile(lambda x: x < 3, count()))
h = list(dropwhile(lambda x: x < 3, range(6)))
i = list(itertools.combinations('abc', 2))
j = list(itertools.permutations([1, 2, 3], 2))
k = [(key, list(group)) for key, group in itertools.groupby([1, 1, 2, 1])]
l = list(itertools.zip_longest([1, 2], [3], fillvalue=0))
m = list(itertools.starmap(pow, [(2, 3), (3, 2)]))
n = list(itertools.repeat('x', 2))
o = list(itertools.product([1, 2], 'ab'))
p = list(islice(range(10), 2, 8, 3))
q = list(itertools.combinations_with_replacement([1, 2], 2))
