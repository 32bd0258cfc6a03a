#: truth, length and items of objects
class Box:
    def __init__(self, items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, i):
        return self.items[i]
    def __setitem__(self, i, v):
        self.items[i] = v
    def __contains__(self, v):
        return v in self.items
b = Box([1, 2, 3])
a = (len(b), b[1], bool(b), bool(Box([])), 3 in b, 9 in b)
b[0] = 7
b[1] += 5
c = [v for v in b]
d = b[1:]

#: iterable objects
class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
a = list(Count(3))
b = sum(Count(4))
c = [v for v in Count(2)]

#: iterating through another container
class Bag:
    def __init__(self, items):
        self.items = items
    def __iter__(self):
        return iter(self.items)
a = [v * 2 for v in Bag([1, 2])]
x, y = Bag((3, 4))
b = list(zip(Bag([1]), Bag([2])))

#: static and class methods
class T:
    made = 3
    def __init__(self, v=0):
        self.v = v
    @staticmethod
    def double(x):
        return 2 * x
    @classmethod
    def make(cls, v):
        return cls(v + cls.made)
a = T.double(4)
b = T().double(5)
c = T.make(10).v
class U(T):
    made = 100
d = U.make(1).v
e = isinstance(U.make(1), U)

#: properties
class R:
    def __init__(self, w, h):
        self.w, self.h = w, h
    @property
    def area(self):
        return self.w * self.h
r = R(2, 3)
a = r.area
r.w = 10
b = r.area

#: properties with setters
class C:
    def __init__(self):
        self._t = 1
    @property
    def t(self):
        return self._t
    @t.setter
    def t(self, v):
        self._t = v * 2
c = C()
c.t = 5
a = c.t

#: bound methods are values
class A:
    def __init__(self, k):
        self.k = k
    def f(self, x):
        return self.k * x
g = A(3).f
a = g(2)
b = list(map(A(10).f, [1, 2]))
c = A.f(A(7), 2)

#: text of objects
class A:
    def __repr__(self):
        return 'A!'
class B:
    def __str__(self):
        return 'as text'
a = str(A())
b = f'{A()} {B()}'
c = str([A()])
d = '%s' % B()

#: functions in class bodies do not see class names
x = 'module'
class A:
    x = 'class'
    y = x + '!'
    def f(self):
        return x
a = A().f()
b = A.y

#: getattr, setattr, hasattr
class A:
    k = 1
a = A()
setattr(a, 'n', 5)
b = getattr(a, 'n')
c = getattr(a, 'missing', 'none')
d = hasattr(a, 'k')
e = hasattr(a, 'zzz')
f = a.__class__.__name__
g = type(a) is A

#: nested and local classes
class Outer:
    class Inner:
        v = 3
    def make(self):
        return self.Inner()
def build(n):
    class Local:
        size = n
    return Local()
a = Outer().make().v
b = Outer.Inner.v
c = build(4).size

#: a chain of layers
class Layer:
    def __init__(self, prev=None):
        self.prev = prev
        self.depth = 0 if prev is None else prev.depth + 1
    def path(self):
        return [self.depth] + (self.prev.path() if self.prev is not None else [])
a = Layer(Layer(Layer())).path()

#: type of values
a = type(3) is int
b = type('s') == str
c = isinstance(3, (int, float))
d = isinstance(True, int)
e = isinstance([], list)
f = isinstance(2.0, int)
g = isinstance({}, dict) and isinstance((), tuple)
h = callable(len)

#: comparing with other types
class A:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return isinstance(o, A) and self.v == o.v
    def __le__(self, o):
        return self.v <= o
    def __gt__(self, o):
        return self.v > o
a = A(1) == 1
b = 1 == A(1)
c = [A(1)] == [A(1)]
d = A(3) <= 5
e = 5 >= A(3)
f = 2 < A(3)
g = A(1) != A(2)

#: absolute value, rounding and length of objects
class A:
    def __abs__(self):
        return 7
    def __len__(self):
        return 4
    def __pos__(self):
        return 'pos'
    def __invert__(self):
        return 'inv'
a = abs(A())
b = len(A())
c = +A()
d = ~A()

#: objects that count as false
class A:
    def __bool__(self):
        return False
c = 'yes' if A() else 'no'
d = A() and 1 if not A() else 2
e = not A()
