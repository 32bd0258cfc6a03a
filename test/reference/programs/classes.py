#: attributes and methods
class P:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def norm2(self):
        return self.x ** 2 + self.y ** 2
p = P(3, 4)
a = p.norm2()
p.x = 10
p.z = 'new'
b = p.x + p.y

#: class attributes
class A:
    count = 0
    items = []
    def __init__(self):
        A.count += 1
        self.items.append(A.count)
x = A()
y = A()
a = A.count
b = x.items is y.items
x.count = 50
c = (A.count, y.count, x.count)

#: augmented assignment of attributes
class A:
    total = 1
a = A()
a.total += 5
b = A.total
c = a.total
a.items = [1]
kept = a.items
a.items += [2]

#: inheritance
class Base:
    def name(self):
        return 'base'
    def hello(self):
        return 'I am ' + self.name()
class Child(Base):
    def name(self):
        return 'child'
a = Base().hello()
b = Child().hello()
c = isinstance(Child(), Base)
d = isinstance(Base(), Child)
e = issubclass(Child, Base)

#: super
class Base:
    def __init__(self, x):
        self.x = x
    def f(self):
        return self.x
class Child(Base):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def f(self):
        return super().f() * self.y
a = Child(3, 5).f()
c = Child(1, 2)

#: super with arguments and old style
class Base:
    def __init__(self, x):
        self.x = x
class Child(Base):
    def __init__(self, x):
        Base.__init__(self, x + 1)
class Other(Base):
    def __init__(self, x):
        super(Other, self).__init__(x * 2)
a = Child(1).x
b = Other(5).x

#: the order of several bases
class A:
    def f(self):
        return ['A']
class B(A):
    def f(self):
        return ['B'] + super().f()
class C(A):
    def f(self):
        return ['C'] + super().f()
class D(B, C):
    def f(self):
        return ['D'] + super().f()
a = D().f()

#: calling objects
class Layer:
    def __init__(self, w):
        self.w = w
    def __call__(self, x, bias=0):
        return self.w * x + bias
net = [Layer(2), Layer(3)]
x = 1
for layer in net:
    x = layer(x)
y = Layer(4)(5, bias=1)

#: operator methods
class V:
    def __init__(self, x):
        self.x = x
    def __add__(self, o):
        return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o):
        return V(o + self.x)
    def __mul__(self, k):
        return V(self.x * k)
    def __neg__(self):
        return V(-self.x)
a = (V(1) + V(2)).x
b = (V(1) + 5).x
c = (5 + V(1)).x
d = (-(V(3) * 4)).x
e = sum([V(1), V(2)]).x

#: more operator methods
class N:
    def __init__(self, v):
        self.v = v
    def __sub__(self, o):
        return ('sub', self.v, o)
    def __rsub__(self, o):
        return ('rsub', self.v, o)
    def __truediv__(self, o):
        return ('div', o)
    def __pow__(self, o):
        return ('pow', o)
    def __matmul__(self, o):
        return ('at', o)
    def __mod__(self, o):
        return ('mod', o)
    def __rtruediv__(self, o):
        return ('rdiv', o)
n = N(1)
a = [n - 2, 2 - n, n / 3, n ** 2, n @ 5, n % 7, 1 / n]

#: operators in place
class Acc:
    def __init__(self):
        self.log = []
    def __iadd__(self, o):
        self.log.append(o)
        return self
    def __isub__(self, o):
        return 'gone'
a = Acc()
b = a
a += 1
a += 2
same = a is b
a -= 3
log = b.log

#: comparison methods
class M:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return self.v == o.v
    def __lt__(self, o):
        return self.v < o.v
a = M(1) == M(1)
b = M(1) != M(1)
c = M(1) < M(2)
d = M(1) > M(2)
e = M(1) in [M(0), M(1)]
f = [m.v for m in sorted([M(3), M(1), M(2)])]

#: objects without comparison methods
class A:
    pass
x = A()
y = A()
a = x == x
b = x == y
c = x != y
d = x in [y, x]
e = x is y

#: class bodies see what they bind
n = 2
class A:
    n = n + 1
    m = [n, n * 2]
    k = len(m)
    def f(self):
        return n
a = (A.n, A.m, A.k, A().f())

#: class attributes that are functions
def double(x):
    return 2 * x
class A:
    act = staticmethod(double)
    table = {'d': double}
    def __init__(self):
        self.f = double
    def run(self, x):
        return self.act(x) + self.f(x) + self.table['d'](x)
a = A().run(3)

#: attributes found on the class change with it
class A:
    k = 1
x = A()
A.k = 5
a = x.k
x.k = 7
A.k = 9
b = (x.k, A.k, A().k)

#: deleting attributes
class A:
    k = 1
x = A()
x.k = 2
del x.k
a = x.k
b = hasattr(x, 'z')

#: keyword arguments of constructors
class A:
    def __init__(self, *args, scale=1, **rest):
        self.args = args
        self.scale = scale
        self.rest = rest
x = A(1, 2, scale=3, name='n')
class B(A):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.b = True
y = B(5, scale=2)
