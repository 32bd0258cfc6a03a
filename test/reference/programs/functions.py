#: default arguments
def f(a, b=2, c=3):
    return a * 100 + b * 10 + c
x = f(1)
y = f(1, 5)
z = f(1, c=7)
w = f(b=1, a=9)

#: a mutable default is shared between calls
def f(x, seen=[]):
    seen.append(x)
    return seen
a = f(1)
b = f(2)
c = f(3, [])
same = a is b

#: defaults are evaluated at the definition
n = 1
def f(x=n):
    return x
n = 5
a = f()
g = [lambda i=i: i for i in range(3)]
b = [h() for h in g]

#: closures see the last value
fs = [lambda: i for i in range(3)]
a = [f() for f in fs]
def make():
    out = []
    for k in range(3):
        out.append(lambda: k)
    return out
b = [f() for f in make()]

#: star arguments
def f(a, *rest):
    return a, rest
x = f(1)
y = f(1, 2, 3)
z = f(*[4, 5])
w = f(0, *(1, 2), 3, *[4])

#: double star arguments
def f(a, **rest):
    return a, rest
x = f(1, b=2)
y = f(**{'a': 3, 'c': 4})
def g(*args, **kwargs):
    return f(*args, **kwargs)
z = g(5, d=6)

#: keyword-only arguments
def f(a, *, scale=2):
    return a * scale
x = f(3)
y = f(3, scale=5)
def g(*v, last):
    return v, last
z = g(1, 2, last=3)

#: keywords in any order
def f(a, b, c):
    return (a, b, c)
x = f(c=3, a=1, b=2)
y = f(1, c=3, b=2)

#: closures keep their variables
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter()
d = counter()
a = [c(), c(), d(), c()]

#: nonlocal through two levels
def outer():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x *= 10
        inner()
        inner()
    middle()
    return x
a = outer()

#: global
n = 1
def f():
    global n, fresh
    n += 1
    fresh = 'made'
f()
f()

#: a local hides a global
x = 1
def f():
    x = 2
    return x
a = f()
b = x
def g(x):
    x += 1
    return x
c = g(x)

#: arguments are shared, names are not
def f(items, number):
    items.append(number)
    number = 99
    items = []
    return items
x = [1]
n = 2
a = f(x, n)

#: recursion
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
a = fact(10)
b = [fib(k) for k in range(10)]

#: functions that call each other
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
a = even(10)
b = odd(7)

#: lambda
sq = lambda x: x * x
add = lambda x, y=10: x + y
a = sq(4)
b = add(1)
c = (lambda *v: len(v))(1, 2, 3)
d = (lambda: 5)()
e = sorted([3, -1], key=lambda v: abs(v))

#: positional-only arguments
def f(a, b, /, c=3):
    return a + b + c
x = f(1, 2)
y = f(1, 2, c=5)

#: inner functions see later values
def f():
    def g():
        return k
    k = 1
    a = g()
    k = 2
    return a, g()
x = f()

#: a function defined twice
def f():
    return 1
g = f
def f():
    return 2
a = (f(), g())

#: conditional definitions
flag = True
if flag:
    def f(x):
        return x + 1
else:
    def f(x):
        return x - 1
a = f(1)

#: arguments are evaluated from left to right
log = []
def note(v):
    log.append(v)
    return v
def f(a, b, c=0):
    return a - b + c
x = f(note(1), note(2), c=note(3))
y = note(4) + note(5) * note(6)
z = [note(7), note(8)][note(0)]
d = {note(9): note(10)}

#: attributes of functions
def f():
    return 1
a = f.__name__
b = (lambda: 0).__name__
