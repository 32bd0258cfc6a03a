#: attributes that are made up
class Proxy:
    def __init__(self, d):
        self.d = d
    def __getattr__(self, name):
        if name in self.d:
            return self.d[name]
        raise AttributeError(name)
p = Proxy({'x': 1})
a = p.x
b = getattr(p, 'y', 'none')
c = hasattr(p, 'z')
d = hasattr(p, 'd')

#: attributes that are set by a method
class Logged:
    def __init__(self):
        object.__setattr__(self, 'log', [])
        self.x = 1
    def __setattr__(self, name, value):
        self.log.append(name)
        super().__setattr__(name, value)
l = Logged()
l.y = 2
a = l.x + l.y
b = list(l.log)

#: length, items, membership
class Bag:
    def __init__(self, *xs):
        self.xs = list(xs)
    def __len__(self):
        return len(self.xs)
    def __getitem__(self, i):
        return self.xs[i]
    def __setitem__(self, i, v):
        self.xs[i] = v
    def __delitem__(self, i):
        del self.xs[i]
    def __contains__(self, x):
        return x in self.xs
    def __iter__(self):
        return iter(self.xs)
    def __reversed__(self):
        return iter(self.xs[::-1])
    def __bool__(self):
        return len(self.xs) > 1
b = Bag(1, 2, 3)
b[0] = 10
del b[1]
a = (len(b), b[0], b[-1], 10 in b, 2 in b, list(b), bool(b), bool(Bag(1)))
c = b[0:1]

#: numbers of objects
class Degrees:
    def __init__(self, v):
        self.v = v
    def __float__(self):
        return float(self.v)
    def __int__(self):
        return int(self.v)
    def __index__(self):
        return 2
    def __neg__(self):
        return Degrees(-self.v)
    def __abs__(self):
        return Degrees(abs(self.v))
    def __round__(self, n=0):
        return round(self.v, n)
d = Degrees(-3.7)
a = float(d)
b = int(d)
c = [1, 2, 3, 4][d]
e = (-d).v
f = abs(d).v

#: text of objects
class T:
    def __init__(self, v):
        self.v = v
    def __str__(self):
        return 'T(%s)' % self.v
    def __repr__(self):
        return '<T>'
    def __format__(self, spec):
        return format(self.v, spec or '.1f')
t = T(2.25)
a = str(t)
b = repr(t)
c = f'{t:.3f}'
d = '{}'.format(str(t))
e = f'{t!r}'
f = [str(x) for x in [t]]
g = f'{t}'
h = '%s' % t

#: objects that are called
class Poly:
    def __init__(self, *coefficients):
        self.c = coefficients
    def __call__(self, x, *rest, scale=1):
        return scale * sum(c * x ** i for i, c in enumerate(self.c)) + sum(rest)
p = Poly(1, 2, 3)
a = p(2)
b = p(2, 10, 20, scale=2)
c = list(map(p, [0, 1]))
d = callable(p)

#: operators leave the answer to the other side
class Meters:
    def __init__(self, v):
        self.v = v
    def __add__(self, other):
        if isinstance(other, Meters):
            return Meters(self.v + other.v)
        return NotImplemented
    def __radd__(self, other):
        return Meters(self.v + other)
    def __eq__(self, other):
        if not isinstance(other, Meters):
            return NotImplemented
        return self.v == other.v
    def __lt__(self, other):
        return self.v < other.v
class Feet:
    def __radd__(self, other):
        return 'feet'
a = (Meters(1) + Meters(2)).v
b = (5 + Meters(2)).v
c = Meters(1) + Feet()
d = Meters(1) == Meters(1)
e = Meters(1) == 1
f = Meters(1) != 1
g = sum([Meters(1), Meters(2)], 0).v
h = max([Meters(1), Meters(4)]).v
i = sorted([Meters(3), Meters(1)])[0].v

#: an operator that no side knows
class A:
    def __add__(self, other):
        return NotImplemented
A() + 1

#: slots
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x):
        self.x = x
p = P(1)
p.y = 2
a = p.x + p.y
del p

#: objects made by __new__
class Single:
    made = None
    def __new__(cls, *args):
        if cls.made is None:
            cls.made = super().__new__(cls)
            cls.made.count = 0
        return cls.made
    def __init__(self, n):
        self.count += n
a = Single(1)
b = Single(2)
c = a is b
d = b.count
Single.made = None

#: abstract classes
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self):
        ...
    @property
    @abstractmethod
    def name(self):
        raise NotImplementedError
    def both(self):
        return (self.name, self.area())
class Square(Shape):
    def __init__(self, a):
        self.a = a
    def area(self):
        return self.a ** 2
    @property
    def name(self):
        return 'square'
a = Square(3).both()
b = isinstance(Square(1), Shape)

#: attributes as a dict
class P:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def names(self):
        return sorted(self.__dict__)
p = P(x=1, y=2)
a = p.x + p.y
b = p.names()
p.__dict__['z'] = 3
c = p.z
d = vars(p)
e = p.__dict__.get('q', 0)
f = len(p.__dict__)

#: attributes of functions
def f(x):
    f.calls += 1
    return x
f.calls = 0
f(1)
f(2)
a = f.calls
b = f.__name__
c = hasattr(f, 'other')

#: classes at run time
class A:
    pass
class B(A):
    pass
a = B.__name__
b = type(B()).__name__
c = B().__class__ is B
d = issubclass(B, A)
e = [c.__name__ for c in B.__bases__]
B.late = lambda self: 'late'
f = B().late()

#: a missing method of a builtin value
x = [1]
x.push(2)

#: a missing method of a string
'abc'.foo()

#: a missing attribute of a number
(3).shape2

#: a missing method of a dict
{}.has_key('x')

#: iterators of one's own
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        self.i = 0
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
a = list(c)
b = [x for x in c if x != 2]
it = iter(c)
d = next(it) + next(it)
del c, it

#: comparisons of objects in containers
class V:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return self.v == o.v
a = V(1) in [V(2), V(1)]
b = [V(1), V(2)].index(V(2))
c = [V(1)] == [V(1)]
d = (V(1), 2) == (V(1), 3)

#: objects without a value of their own
MISSING = object()
def f(x=MISSING):
    return 'none' if x is MISSING else x
a = f()
b = f(2)
del MISSING

#: class methods as constructors and static helpers
class P:
    registry = {}
    def __init__(self, x):
        self.x = x
    @classmethod
    def zero(cls):
        return cls(0)
    @staticmethod
    def double(x):
        return 2 * x
    def __init_subclass__(cls):
        pass
class Q(P):
    pass
a = Q.zero().x
b = type(Q.zero()).__name__
c = P.double(4) + Q(1).double(2)
