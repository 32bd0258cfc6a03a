#: enter and exit
log = []
class Timer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        log.append('in ' + self.name)
        return self
    def __exit__(self, kind, value, trace):
        log.append('out ' + self.name)
        return False
with Timer('a') as t:
    log.append(t.name)
b = t.name

#: several items
log = []
class C:
    def __init__(self, n):
        self.n = n
    def __enter__(self):
        log.append(self.n)
        return self.n
    def __exit__(self, *args):
        log.append(-self.n)
with C(1) as a, C(2) as b:
    log.append(a + b)
with (
    C(3),
    C(4) as d,
):
    log.append(d)

#: an exit that swallows
class Quiet:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        self.kind = kind.__name__
        self.said = str(value)
        return kind is ValueError
q = Quiet()
with q:
    raise ValueError('gone')
a = (q.kind, q.said)

#: an exit that lets pass
class Loud:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        return False
with Loud():
    raise KeyError('stays')

#: a return from inside
log = []
class C:
    def __enter__(self):
        return 5
    def __exit__(self, *args):
        log.append(args[0] is None)
def f():
    with C() as x:
        return x * 2
a = f()

#: a generator as a context
from contextlib import contextmanager
log = []
@contextmanager
def scope(name):
    log.append('enter ' + name)
    try:
        yield name.upper()
    finally:
        log.append('leave ' + name)
with scope('a') as x:
    log.append(x)
try:
    with scope('b') as y:
        raise ValueError('inside')
except ValueError:
    log.append('caught')

#: a generator that swallows
from contextlib import contextmanager
@contextmanager
def quiet(*types):
    try:
        yield
    except types:
        pass
with quiet(KeyError, ZeroDivisionError):
    1 / 0
a = 1

#: a context from a method
from contextlib import contextmanager
class Net:
    def __init__(self):
        self.training = True
    @contextmanager
    def evaluating(self):
        before = self.training
        self.training = False
        yield self
        self.training = before
n = Net()
with n.evaluating() as m:
    inside = m.training
after = n.training

#: library contexts
import numpy as np
import warnings
with np.errstate(all='ignore'):
    a = np.array([1.0, 0.0]) / np.array([1.0, 2.0])
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    b = 2
from contextlib import nullcontext
with nullcontext(3) as c:
    d = c

#: unpacking what is entered
class C:
    def __enter__(self):
        return 1, (2, 3)
    def __exit__(self, *args):
        pass
with C() as (a, (b, c)):
    pass

#: no context manager
with 5:
    pass
