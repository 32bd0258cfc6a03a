#: division by zero
a = 1
b = a / 0

#: floor division by zero
a = 1 // 0

#: modulo by zero
a = 1.5 % 0.0

#: zero to a negative power
a = 0 ** -1

#: list index out of range
x = [1, 2]
a = x[1]
b = x[2]

#: list assignment out of range
x = [1, 2]
x[5] = 1

#: tuples do not change
t = (1, 2)
t[0] = 5

#: a missing key
d = {'a': 1}
b = d['b']

#: deleting a missing key
d = {}
del d['x']

#: an unknown name
a = 1
b = unknwon + 1

#: a name used before it is bound
def f():
    y = x
    x = 1
    return y
x = 5
f()

#: a deleted name
x = 1
del x
y = x

#: adding a string and a number
a = 'a' + 1

#: adding a list and a number
a = [1] + 1

#: adding None
a = None + 1

#: too few arguments
def f(a, b):
    return a
f(1)

#: too many arguments
def f(a):
    return a
f(1, 2)

#: an unknown keyword
def f(a):
    return a
f(1, c=2)

#: an argument given twice
def f(a):
    return a
f(1, a=2)

#: positional for keyword-only
def f(a, *, b=1):
    return a
f(1, 2)

#: calling a number
a = 5
a(1)

#: iterating over a number
for i in 5:
    pass

#: indexing a number
a = 5
a[0]

#: comparing a string and a number
a = 'a' < 1

#: comparing None and a number
a = None < 1

#: a missing attribute
class A:
    pass
a = A()
a.nothing

#: an attribute of None
a = None
a.x

#: too few values to unpack
a, b = [1]

#: too many values to unpack
a, b = 1, 2, 3

#: too few values for a star
a, b, *c = [1]

#: not a number
a = int('x1')

#: a value that is not in a list
a = [1].index(5)

#: removing what is not in a list
a = [1]
a.remove(5)

#: popping from an empty list
a = []
a.pop()

#: max of nothing
a = max([])

#: raised with text
x = 3
raise ValueError(f'x is {x:.1f}')

#: raised as a class
raise KeyError

#: an own exception
class Wrong(Exception):
    pass
raise Wrong('it is wrong')

#: an own exception with a constructor
class Bad(ValueError):
    def __init__(self, n):
        super().__init__(f'bad {n}')
raise Bad(4)

#: not implemented
class Base:
    def f(self):
        raise NotImplementedError('write f')
class A(Base):
    pass
A().f()

#: a failed assertion
x = 2
assert x > 1
assert x > 5, f'x = {x}'

#: assigning to an element of a string
s = 'abc'
s[0] = 'x'

#: no constructor
class A:
    pass
A(1)

#: a missing argument of a constructor
class A:
    def __init__(self, x):
        self.x = x
A()

#: setting a property without a setter
class A:
    @property
    def p(self):
        return 1
a = A()
a.p = 2

#: an attribute of an instance on its class
class A:
    def __init__(self):
        self.x = 1
A.x

#: adding objects without methods
class A:
    pass
A() + A()

#: comparing objects without methods
class A:
    pass
A() < A()

#: calling an object without __call__
class A:
    pass
A()()

#: unpacking a number
a, b = 5

#: next of nothing
it = iter([])
next(it)

#: extending by a number
x = [1]
x += 5

#: a slice filled with too little
x = [1, 2, 3, 4]
x[::2] = [1]

#: deleting out of range
x = [1]
del x[3]

#: deleting an attribute that is not there
class A:
    pass
a = A()
del a.z

#: a star needs something to walk over
def f(*v):
    return v
f(*5)

#: two stars need a dict
def f(**v):
    return v
f(**[1])

#: multiplying lists
a = [1] * [2]

#: a list times a float
a = [1] * 2.0

#: an exception with a text of its own
class E(Exception):
    def __str__(self):
        return 'own text'
raise E(3)

#: an index by text
a = [1, 2]['0']

#: a dict in a set
a = {1, {}}

#: zero step
a = [1, 2][::0]

#: range with a zero step
a = range(1, 5, 0)

#: a name of a comprehension outside
a = [q for q in range(3)]
b = q

#: a name deleted in a function
def f():
    x = 1
    del x
    return x
f()

#: assertion about an array
import numpy as np
x = np.array([1.0, 2.0])
assert (x > 0).all()
assert (x > 1).all(), 'too small'
