#: literals
def f(x):
    match x:
        case 0:
            return 'zero'
        case 1 | 2 | 3:
            return 'few'
        case -1:
            return 'minus'
        case 2.5:
            return 'float'
        case 'a' | "b":
            return 'letter'
        case None:
            return 'none'
        case True:
            return 'true'
        case _:
            return 'other'
a = [f(x) for x in (0, 2, -1, 2.5, 'b', None, True, 'z', 7)]

#: captures and guards
def sign(x):
    match x:
        case n if n > 0:
            return ('positive', n)
        case n if n < 0:
            return ('negative', -n)
        case n:
            return ('zero', n)
a = [sign(x) for x in (3, -2, 0)]

#: sequences
def f(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return ('one', a)
        case (a, b):
            return ('two', a, b)
        case [first, *rest, last] if len(rest) > 1:
            return ('many', first, rest, last)
        case [1, *_]:
            return 'starts with one'
        case _:
            return 'else'
a = [f(x) for x in ([], [1], (1, 2), [1, 2, 3, 4], [1, 2, 3], [5, 6, 7], 'ab', 3)]

#: nested sequences
pairs = [('a', 1), ('b', [2, 3])]
match pairs:
    case [(n, 1), (m, [x, y])]:
        out = (n, m, x, y)

#: sequences without brackets
match 1, 2:
    case 1, x:
        a = x
three = [1, 2, 3]
match three:
    case *init, last:
        b = (init, last)

#: mappings
def f(d):
    match d:
        case {'kind': 'circle', 'r': r}:
            return 3 * r
        case {'kind': 'square', **rest}:
            return rest
        case {'n': {'m': m}}:
            return m
        case {}:
            return 'any dict'
    return 'no dict'
a = [f(x) for x in (
    {'kind': 'circle', 'r': 2}, {'kind': 'square', 'a': 1, 'b': 2}, {'n': {'m': 4}}, {'q': 1}, [1])]

#: classes by attribute
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x = x
        self.y = y
def f(p):
    match p:
        case Point(0, 0):
            return 'origin'
        case Point(x, 0):
            return ('on x', x)
        case Point(x=0, y=y):
            return ('on y', y)
        case Point() as q:
            return ('point', q.x + q.y)
        case _:
            return 'none'
a = [f(p) for p in (Point(0, 0), Point(2, 0), Point(0, 3), Point(1, 1), 5)]

#: builtin types
def f(x):
    match x:
        case bool():
            return 'bool'
        case int(n):
            return ('int', n)
        case float():
            return 'float'
        case str(s) if s:
            return ('str', s)
        case list() | tuple():
            return 'sequence'
        case dict():
            return 'dict'
    return 'none'
a = [f(x) for x in (True, 3, 1.5, 'a', '', [1], (), {}, None)]

#: dataclasses
from dataclasses import dataclass
@dataclass
class Add:
    left: object
    right: object
@dataclass
class Mul:
    left: object
    right: object
@dataclass
class Var:
    name: str
def evaluate(e, env):
    match e:
        case Add(a, b):
            return evaluate(a, env) + evaluate(b, env)
        case Mul(left=a, right=b):
            return evaluate(a, env) * evaluate(b, env)
        case Var(name):
            return env[name]
        case int() | float():
            return e
a = evaluate(Add(Mul(Var('x'), 3), Add(Var('y'), 0.5)), {'x': 2, 'y': 4})

#: dotted names are values
class Mode:
    TRAIN = 'train'
    TEST = 'test'
def f(m):
    match m:
        case Mode.TRAIN:
            return 1
        case Mode.TEST:
            return 2
a = [f('train'), f('test'), f('x')]

#: as and alternatives with names
def f(x):
    match x:
        case [('a' | 'b') as letter, n]:
            return (letter, n)
        case {'x': n} | [n]:
            return n
a = [f(('a', 1)), f({'x': 2}), f([3]), f('q')]

#: nothing matches
x = 1
match x:
    case 2:
        y = 'two'
y = 'none'

#: match as a name
match = 3
case = match + 1
