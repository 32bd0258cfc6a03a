#: a dataclass
from dataclasses import dataclass
@dataclass
class Point:
    x: float
    y: float = 2.0
    def norm2(self):
        return self.x ** 2 + self.y ** 2
p = Point(1.0)
q = Point(y=5, x=3)
a = p.norm2() + q.norm2()
b = p == Point(1.0, 2.0)
c = p != q
d = repr(q)
p.x = 7.0

#: default factories and hooks
from dataclasses import dataclass, field
@dataclass
class Layer:
    sizes: list = field(default_factory=list)
    name: str = 'layer'
    total: int = field(init=False, default=0)
    hidden: str = field(default='h', repr=False, compare=False)
    def __post_init__(self):
        self.total = sum(self.sizes)
a = Layer([1, 2, 3])
b = Layer()
b.sizes.append(4)
c = Layer()
same = Layer([1], hidden='x') == Layer([1], hidden='y')
shown = repr(a)

#: frozen records as keys
from dataclasses import dataclass
@dataclass(frozen=True)
class Key:
    a: int
    b: str = 'b'
d = {Key(1): 'one', Key(2, 'x'): 'two'}
v = d[Key(1, 'b')]
n = len({Key(1), Key(1), Key(2)})
d = None

#: frozen records do not change
from dataclasses import dataclass
@dataclass(frozen=True)
class Key:
    a: int
k = Key(1)
k.a = 2

#: ordered records
from dataclasses import dataclass
@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
a = Version(1, 2) < Version(1, 3)
b = sorted([Version(2), Version(1, 5), Version(1)])
c = max(b)

#: records that inherit
from dataclasses import dataclass
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Child(Base):
    c: int = 3
    b: int = 20
x = Child(1)
y = Child(1, 2, 3)
z = isinstance(x, Base)

#: asdict, astuple, replace, fields
from dataclasses import dataclass, asdict, astuple, replace, fields, is_dataclass
@dataclass
class Inner:
    v: int
@dataclass
class Outer:
    i: Inner
    l: list
o = Outer(Inner(1), [Inner(2), 3])
a = asdict(o)
b = astuple(o)
c = replace(o, l=[])
d = [f.name for f in fields(Outer)]
e = (is_dataclass(o), is_dataclass(Outer), is_dataclass(3))

#: class variables are no fields
from dataclasses import dataclass
from typing import ClassVar, List, Optional
@dataclass
class A:
    count: ClassVar[int] = 0
    xs: Optional[List[int]] = None
    def __post_init__(self):
        A.count += 1
a = A([1])
b = A()
c = A.count

#: a missing field
from dataclasses import dataclass
@dataclass
class A:
    x: int
    y: int
A(1)

#: too many fields
from dataclasses import dataclass
@dataclass
class A:
    x: int
A(1, 2)

#: keyword-only fields
from dataclasses import dataclass
@dataclass(kw_only=True)
class A:
    x: int = 1
    y: int = 2
a = A(y=5)

#: arrays in records
from dataclasses import dataclass
import numpy as np
@dataclass
class Params:
    W: np.ndarray
    b: np.ndarray
    def forward(self, x):
        return self.W @ x + self.b
p = Params(np.array([[1.0, 2.0], [3.0, 4.0]]), np.zeros(2))
y = p.forward(np.array([1.0, 1.0]))

#: named tuples
from collections import namedtuple
Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
a, b = p
c = p.x + p[1]
d = p == (1, 2)
e = p._replace(x=10)
f = p._asdict()
g = Point._fields
h = Point._make([3, 4])
i = len(p)
j = repr(p)
k = isinstance(p, tuple)
l = p + (5,)
m = {p: 'key'}[Point(1, 2)]
n = [x * 2 for x in p]

#: named tuples with defaults
from collections import namedtuple
Config = namedtuple('Config', ['rate', 'steps', 'name'], defaults=[10, 'sgd'])
a = Config(0.1)
b = Config(0.2, name='adam')
c = b.steps

#: typed named tuples
from typing import NamedTuple
class State(NamedTuple):
    x: float
    v: float = 0.0
    def energy(self):
        return self.x ** 2 + self.v ** 2
    @property
    def both(self):
        return (self.x, self.v)
s = State(3.0)
a = s.energy()
b = s.both
c = s._replace(v=4.0).energy()
x, v = s
d = s < State(4.0)

#: a class derived from a named tuple
from collections import namedtuple
class Vec(namedtuple('Vec', 'x y')):
    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)
    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
a = Vec(1, 2) + Vec(3, 4) * 2
b = a.x

#: an attribute of a tuple does not change
from collections import namedtuple
Point = namedtuple('Point', 'x y')
p = Point(1, 2)
p.x = 5

#: enumerations
from enum import Enum, auto
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return self.name.lower() + str(self.value)
a = Color.RED.value
b = Color.GREEN.name
c = [m.name for m in Color]
d = Color(3) is Color.BLUE
e = Color['RED'] is Color.CRIMSON
f = Color.RED == Color.RED
g = Color.RED == 1
h = str(Color.BLUE)
i = repr(Color.BLUE)
j = Color.GREEN.describe()
k = len(list(Color))
l = {Color.RED: 'r'}[Color.RED]
m = isinstance(Color.RED, Color)
n = Color.RED in Color
del m
class Step(Enum):
    A = auto()
    B = auto()
o = [s.value for s in Step]

#: enumerations that are numbers or strings
from enum import IntEnum, Enum
class Level(IntEnum):
    LOW = 1
    HIGH = 5
class Mode(str, Enum):
    TRAIN = 'train'
    TEST = 'test'
a = Level.LOW + 1
b = Level.HIGH > Level.LOW
c = sorted([Level.HIGH, Level.LOW])[0].name
d = Mode.TRAIN == 'train'
e = Mode('test').name
f = [10, 20][Level.LOW]
g = Mode.TRAIN.upper()

#: a value that no member has
from enum import Enum
class A(Enum):
    X = 1
A(2)
