#: for over a range
total = 0
for i in range(5):
    total += i
last = i

#: break and continue
out = []
for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    out.append(i)

#: for-else
def f(items):
    for x in items:
        if x < 0:
            found = x
            break
    else:
        found = None
    return found
a = f([1, -2, 3])
b = f([1, 2])
c = f([])

#: while-else
n = 5
while n > 0:
    n -= 2
else:
    ended = n
m = 5
while True:
    m -= 1
    if m == 2:
        break
else:
    never = 1

#: while with continue
i = 0
odd = []
while i < 7:
    i += 1
    if i % 2 == 0:
        continue
    odd.append(i)

#: nested loops
out = []
for i in range(3):
    for j in range(3):
        if j > i:
            break
        out.append((i, j))

#: break in an inner loop keeps the outer one
n = 0
for i in range(3):
    while True:
        n += 1
        break
    else:
        n += 100
else:
    n += 1000

#: unpacking in loops
pairs = [(1, 'a'), (2, 'b')]
d = {}
for number, letter in pairs:
    d[letter] = number
s = 0
for i, (x, y) in enumerate(zip([1, 2], [3, 4])):
    s += i * x * y
for first, *rest in [(1, 2, 3), (4, 5)]:
    pass

#: loop targets of other kinds
x = [0, 0]
for x[1] in range(3):
    pass
d = {}
for d['k'] in 'ab':
    pass

#: if, elif, else
def sign(x):
    if x > 0:
        return 1
    elif x < 0:
        return -1
    else:
        return 0
a = [sign(v) for v in (-2, 0, 3.5)]

#: truth of values
a = [bool(v) for v in (0, 1, '', 'x', [], [0], None, 0.0, {}, (), set(), -1)]
if []:
    b = 1
else:
    b = 2

#: appending while looping
x = [1, 2]
for v in x:
    if len(x) < 6:
        x.append(v * 10)

#: newton's iteration
x = 1.0
for _ in range(20):
    x = x - (x * x - 2) / (2 * x)
steps = 0
y = 100.0
while abs(y) > 1e-3:
    y = y / 3
    steps += 1

#: list comprehensions
a = [x * x for x in range(4)]
b = [x for x in range(10) if x % 2 if x > 3]
c = [(x, y) for x in range(2) for y in 'ab']
d = [x + y for x in range(3) for y in range(x)]
e = [[i * j for j in range(3)] for i in range(2)]
f = [a if a > 1 else -a for a in (1, 2)]

#: comprehension variables stay inside
x = 'kept'
a = [x for x in range(3)]
b = {x: 1 for x in 'ab'}
c = x

#: comprehensions in functions see arguments
def f(n, k):
    return [i * n + k for i in range(n) if i != k]
a = f(4, 2)
def g(rows):
    total = 0
    return [[v + total for v in row] for row in rows]
b = g([[1], [2, 3]])

#: dict and set comprehensions
a = {k: v for k, v in zip('abc', range(3)) if v}
b = {len(w) for w in ['a', 'bb', 'cc']}
c = {i: {j: i + j for j in range(2)} for i in range(2)}

#: generator expressions
a = sum(x * x for x in range(4))
b = max((abs(v) for v in [-5, 3]), default=0)
c = list(x for x in 'ab')
d = tuple(i for i in range(3))
e = ','.join(str(v) for v in (1, 2))
f = dict((k, 1) for k in 'xy')

#: walrus in a comprehension
a = [y for x in range(5) if (y := x * x) > 3]
last = y

#: a generator expression is lazy
n = 1
g = (x * n for x in [1, 2])
n = 10
a = list(g)
log = []
def note(v):
    log.append(v)
    return v
b = next(note(v) for v in [5, 6, 7])

#: tuples in comprehensions
pts = [(1, 2), (3, 4)]
a = [x * y for x, y in pts]
b = [i for i, (x, y) in enumerate(pts) if y > 2]
c = sum([x for (x, _) in pts])

#: sum with start and products
a = sum([[1], [2]], [])
p = 1
for v in (2, 3, 4):
    p *= v
b = sum(range(5), 10)

#: loop variables after the loop
for i in []:
    pass
for j in range(3):
    pass
k = [i for i in range(2)]
for a, (b, *c) in [(1, (2, 3, 4))]:
    pass

#: changing what is looped over
x = [1, 2, 3]
for v in x[:]:
    if v == 2:
        x.remove(v)
for i, v in enumerate(x):
    x[i] = v * 10
d = {'a': 1, 'b': 2}
for k in list(d):
    d[k] += 1
    d[k + k] = 0

#: slices of what zip and enumerate give
pairs = list(zip(range(5), 'abcde'))[1:4:2]
last = list(enumerate('xyz'))[-1]
z = dict(enumerate('ab', 5))
u, v = zip(*[(1, 'a'), (2, 'b')])

#: min and max with keys
words = ['bb', 'a', 'ccc']
a = max(words, key=len)
b = min(words, key=lambda w: -len(w))
c = max(3, 7, 5)
d = min([[2, 1], [1, 9]])
e = max({'x': 1, 'y': 3}.items(), key=lambda kv: kv[1])[0]
f = max((1, 'a'), (1, 'b'))

#: chained generators
def evens(items):
    return (v for v in items if v % 2 == 0)
a = sum(v * v for v in evens(range(6)))
b = list(map(str, evens([1, 2, 4])))
c = [v for pair in ((1, 2), (3, 4)) for v in pair if v != 3]
d = any(v > 3 for v in evens(range(6)))
first, *others = (v + 1 for v in range(3))
