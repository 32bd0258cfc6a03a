#: names of typing
from typing import Annotated, Any, AnyStr, ClassVar, Collection, Concatenate, ContextManager, Counter, DefaultDict, Deque, Dict, Final, FrozenSet, Generator, Generic, Hashable, IO, Iterable, Iterator, List, Literal, Mapping, MutableMapping, MutableSequence, NewType, NoReturn, Optional, OrderedDict, ParamSpec, Pattern, Protocol, Sequence, Set, SupportsFloat, SupportsInt, Text, TextIO, Tuple, Type, TypedDict, TypeVar, Union, cast, final, no_type_check, overload, runtime_checkable
T = TypeVar('T')
Length = NewType('Length', float)
@final
class Box:
    size: ClassVar[int] = 3
    def get(self, a: Optional[Dict[str, List[float]]], b: Union[int, Tuple[int, ...]]) -> Any:
        return b
@no_type_check
def f(a: Sequence[float], b: Mapping[str, Set[int]], c: Iterable[T] = ()) -> Iterator[T]:
    return len(a)
a = Box().get(None, 2)
b = f([1.0, 2.0], {})
c = cast(float, 2.5)
d = Length(1.5)
limit: Final = 4

#: newer names of typing
from typing import Awaitable, Coroutine, Never, NotRequired, Required, Self, TypeAlias, TypeVarTuple, Unpack
Vector: TypeAlias = list
class Chain:
    def step(self) -> Self:
        return self
a = 3

#: names of collections.abc
from collections.abc import Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, Sequence, Sized
def f(g: Callable[[float], float], values: Sequence[float], table: Mapping[str, float]) -> Iterable[float]:
    return [g(each) for each in values]
a = f(lambda x: x * 2, [1.0, 2.0], {})

#: abstract classes
from abc import ABCMeta, abstractmethod, abstractproperty
class Base(metaclass=ABCMeta):
    @abstractmethod
    def f(self):
        pass
class Own(Base):
    def f(self):
        return 2
a = Own().f()

#: warnings and numbers
import warnings
from numbers import Real
warnings.filterwarnings('ignore')
warnings.warn('a', UserWarning)
a = [isinstance(1.5, Real), isinstance('a', Real)]

#: cached properties
from functools import cached_property
class Box:
    @cached_property
    def size(self):
        return 3
a = Box().size

#: further members of strings
a = ['12'.isnumeric(), '1a'.isdecimal(), 'abab'.rindex('b'), 'AbC'.casefold(), 'abc'.isascii()]

#: further members of sets
a = {4}
b = a.copy()
c = a.pop()
d = [len(a), len(b)]

#: frozen sets and octal digits
a = sorted(frozenset([2, 1]))
b = oct(8)

#: further exceptions
caught = []
for kind in [BufferError, EOFError, MemoryError, ReferenceError, SystemError, FloatingPointError, FileExistsError, PermissionError, TimeoutError, ConnectionError, RecursionError, IndentationError, IOError, EnvironmentError]:
    try:
        raise kind('a')
    except Exception as problem:
        caught.append(isinstance(problem, kind))
for kind in [Warning, UserWarning, DeprecationWarning, RuntimeWarning, FutureWarning, ImportWarning, PendingDeprecationWarning, SyntaxWarning, ResourceWarning]:
    caught.append(issubclass(kind, Warning))
for kind in [BaseException, SystemExit, GeneratorExit, UnicodeError]:
    caught.append(issubclass(kind, BaseException))

#: a frozen dataclass and its exception
from dataclasses import FrozenInstanceError, dataclass
@dataclass(frozen=True)
class Point:
    x: float
a = Point(1.5)
b = 0
try:
    a.x = 2.0
except FrozenInstanceError:
    b = 1

#: unique members
from enum import Enum, unique
@unique
class Kind(Enum):
    ONE = 1
a = Kind.ONE.value

#: pairs of neighbours
from itertools import pairwise
a = list(pairwise([1, 2, 3]))

#: cube roots
import math
a = math.cbrt(0.125)

#: members of plain numbers
a = (2.5).real
b = (2.0).is_integer()
c = (1.5).conjugate()

#: closing and decorating managers
from contextlib import AbstractContextManager, ContextDecorator, closing
class Door(AbstractContextManager):
    opened = 0
    def __enter__(self):
        return self
    def close(self):
        self.opened = 2
    def __exit__(self, *problem):
        self.opened = 3
a = Door()
with closing(a):
    pass
b = a.opened
with a:
    pass
