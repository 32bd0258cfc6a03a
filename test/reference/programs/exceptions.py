#: a handler takes what is raised
try:
    x = 1 / 0
except ZeroDivisionError:
    x = -1.0
y = 2

#: handlers are asked in order
def f(kind):
    try:
        if kind == 0:
            raise KeyError('k')
        if kind == 1:
            return [1, 2][5]
        if kind == 2:
            return {}['a']
        if kind == 3:
            return int('x')
        return 'fine'
    except IndexError:
        return 'index'
    except LookupError:
        return 'lookup'
    except (TypeError, ValueError):
        return 'value'
a = [f(k) for k in range(5)]

#: else and finally
log = []
def f(x):
    try:
        y = 1 / x
    except ZeroDivisionError:
        log.append('except')
        return 'zero'
    else:
        log.append('else')
        return y
    finally:
        log.append('finally')
a = f(0)
b = f(2)

#: the exception and its arguments
try:
    raise ValueError('bad', 3)
except ValueError as e:
    args = e.args
    s = str(e)
    r = repr(e)
try:
    raise ValueError('one')
except Exception as e:
    one = str(e)
    name = type(e).__name__
    cls = e.__class__.__name__
try:
    raise ValueError
except ValueError as e:
    nothing = (str(e), repr(e), e.args)
try:
    {'a': 1}['b']
except KeyError as e:
    key = (str(e), e.args)

#: the name of a handler ends with it
e = 5
try:
    raise ValueError('x')
except ValueError as e:
    pass
try:
    e
except NameError:
    gone = True

#: own exceptions
class Failure(Exception):
    def __init__(self, code, text='none'):
        super().__init__(text)
        self.code = code
class Worse(Failure):
    pass
caught = []
for made in (Failure(1), Worse(2, 'worse')):
    try:
        raise made
    except Worse as w:
        caught.append(('worse', w.code, str(w)))
    except Failure as f:
        caught.append(('failure', f.code, str(f)))
is_base = issubclass(Worse, Exception)
del made

#: an exception that is not caught goes on
def f():
    try:
        raise KeyError('x')
    except IndexError:
        return 1
f()

#: raising again
log = []
try:
    try:
        raise ValueError('inner')
    except ValueError:
        log.append(1)
        raise
except ValueError as e:
    log.append(str(e))

#: raising another while handling
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError('outer') from e
except RuntimeError as e:
    s = str(e)

#: finally runs on the way out
log = []
def f():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            log.append(i)
        finally:
            log.append('f%d' % i)
    return log
a = f()

#: a return under finally wins
def f():
    try:
        return 1
    finally:
        return 2
def g():
    try:
        raise ValueError
    finally:
        return 3
a = (f(), g())

#: a finally does not change what is returned
def f():
    x = 1
    try:
        return x
    finally:
        x = 2
a = f()

#: the inheritance of builtin exceptions
pairs = [
    (ZeroDivisionError, ArithmeticError),
    (OverflowError, ArithmeticError),
    (KeyError, LookupError),
    (IndexError, LookupError),
    (FileNotFoundError, OSError),
    (NotImplementedError, RuntimeError),
    (ModuleNotFoundError, ImportError),
    (UnboundLocalError, NameError),
    (KeyError, Exception),
    (KeyboardInterrupt, Exception),
    (ValueError, KeyError),
]
a = [issubclass(x, y) for x, y in pairs]
del pairs

#: a caught recursion keeps the depth
def f(n):
    if n == 0:
        raise ValueError('end')
    return f(n - 1)
count = 0
for _ in range(20):
    try:
        f(50)
    except ValueError:
        count += 1

#: a module that is not installed
try:
    import a_module_that_does_not_exist as m
    has = True
except ImportError:
    m = None
    has = False

#: a name of a module that is not installed
try:
    from a_module_that_does_not_exist.inner import thing
except (ImportError, AttributeError):
    def thing(x):
        return x + 1
a = thing(1)

#: an import that works inside try
try:
    import numpy as np
except ImportError:
    np = None
a = np.sum(np.array([1.0, 2.0]))

#: attributes that may be missing
class A:
    x = 1
def f(o):
    try:
        return o.y
    except AttributeError:
        return 'none'
a = f(A())

#: shapes that do not fit
import numpy as np
try:
    np.zeros(3) + np.zeros(4)
    ok = True
except ValueError:
    ok = False

#: a linear system without a solution
import numpy as np
try:
    np.linalg.inv(np.zeros((2, 2)))
    ok = True
except np.linalg.LinAlgError:
    ok = False

#: nested handlers and what they handle
def f():
    out = []
    try:
        raise ValueError('a')
    except ValueError as first:
        try:
            raise TypeError('b')
        except TypeError as second:
            out.append(str(second))
        out.append(str(first))
    return out
a = f()

#: assertions can be caught
try:
    assert 1 > 2, 'no'
except AssertionError as e:
    s = str(e)

#: raise and catch a class with attributes of its own
class E(Exception):
    pass
try:
    e = E('x', 1)
    e.note = 'n'
    raise e
except E as err:
    a = (err.args, err.note)
del e

#: what is no exception
raise 5

#: an exception in the else is not handled
def f():
    try:
        pass
    except ValueError:
        return 1
    else:
        raise ValueError('else')
f()

#: an exception in a handler
try:
    raise KeyError('a')
except KeyError:
    raise TypeError('b')

#: exceptions in loops with else
found = None
for x in [3, 0, 2]:
    try:
        y = 6 / x
    except ZeroDivisionError:
        continue
    found = y
else:
    done = True

#: iterating by hand until the end
it = iter([1, 2])
out = []
while True:
    try:
        out.append(next(it))
    except StopIteration:
        break

#: suppressed
from contextlib import suppress
with suppress(KeyError, IndexError):
    [][1]
a = 1
