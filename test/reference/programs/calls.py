#: functions as values
def twice(f, x):
    return f(f(x))
def inc(x):
    return x + 1
a = twice(inc, 5)
table = {'inc': inc, 'neg': lambda v: -v}
b = table['neg'](3)
c = [f(2) for f in (inc, abs, float)]

#: composition
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
a = compose(lambda x: x + 1, lambda x: x * 2)(3)

#: returning nothing
def f():
    pass
def g(x):
    if x:
        return
    return 1
a = f()
b = g(True)
c = g(False)
d = f() is None

#: returning tuples
def f(x):
    return x, x * 2
a, b = f(3)
c = f(4)
d = f(5)[0]
(e, g), h = f(1), 2

#: decorators
def double(f):
    def wrapped(*args, **kwargs):
        return 2 * f(*args, **kwargs)
    return wrapped
@double
def g(x, y=1):
    return x + y
a = g(3)
b = g(3, y=5)

#: decorators with arguments
def scale(k):
    def outer(f):
        return lambda x: k * f(x)
    return outer
@scale(3)
@scale(5)
def f(x):
    return x + 1
a = f(1)

#: early return from loops
def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            return i
    return -1
a = find([4, 5, 6], 5)
b = find([4], 9)
def nested():
    for i in range(3):
        for j in range(3):
            if i * j == 2:
                return i, j
c = nested()

#: partial application
from functools import partial, reduce
def power(base, exponent):
    return base ** exponent
square = partial(power, exponent=2)
a = square(5)
b = partial(power, 2)(10)
c = reduce(lambda x, y: x * y, [1, 2, 3, 4])
d = reduce(lambda x, y: x + y, [], 7)

#: annotations are ignored
def f(x: float, n: int = 2) -> float:
    y: float = x ** n
    return y
a: int = 3
b = f(3.0)

#: docstrings and bare expressions
def f(x):
    """Squares."""
    x + 1
    ...
    return x ** 2
"module text"
a = f(3)

#: a function changes what it was given
def grow(d, k):
    d[k] = d.get(k, 0) + 1
    return d
d = {}
e = grow(grow(d, 'a'), 'a')
same = d is e
