/** Modules of Python's library that programs are written with: records, containers, iterators, types. */
import type { LibraryClass, LibraryName, Names } from '../../../syntax/tables';
import { functions, refused, types } from './notation';

const QUOTED = '__repr__ = enumeration.quote(self)';

export const languageModules: Readonly<Record<string, Names>> = {
  functools: {
    ...functions(`
      reduce = fold(function, values, start=...)
      partial = partial(function, *arguments, **keywords)
      wraps = decorator(wrapped, **keywords)
      lru_cache cache = rememberWith(value=None, **keywords)
      cached_property = decorate.property(function)
    `),
    ...refused('total_ordering', 'not supported: write the comparisons out'),
    ...refused('singledispatch', 'not supported: write `if isinstance(...)` instead'),
    ...refused('cmp_to_key partialmethod update_wrapper', 'not supported'),
  },
  itertools: {
    ...functions(`
      product = combinations(*values)
      chain = iterate.chain(*values)
      count = iterate.count(start=0, step=1)
      repeat = iterate.repeat(object:value, times=None)
      cycle = iterate.cycle(values)
      islice = iterate.slice(values, *bounds)
      takewhile = iterate.takeWhile(predicate:function, values)
      dropwhile = iterate.dropWhile(predicate:function, values)
      starmap = iterate.starMap(function, values)
      accumulate = iterate.accumulate(iterable:values, func:function=None, *, initial=None)
      pairwise = iterate.pairs(values)
      zip_longest = iterate.zipLongest(*values, fillvalue:fill=None)
      groupby = iterate.group(iterable:values, key:function=None)
      combinations = iterate.combinations(iterable:values, r:size)
      combinations_with_replacement = iterate.repeatedCombinations(iterable:values, r:size)
      permutations = iterate.permutations(iterable:values, r:size=None)
    `),
    ...refused('tee batched compress filterfalse', 'not supported'),
  },
  abc: {
    ...functions(`
      abstractmethod = identity(value)
      abstractproperty = decorate.property(function, *rest)
    `),
    ...types('ABC=abstract ABCMeta=abstract'),
  },
  collections: {
    ...functions(
      'namedtuple = tuple.type(typename:name, field_names:fields, *, rename!=False, defaults=None, module=None)',
    ),
    OrderedDict: ofLibrary('OrderedDict', 'dict', 'dict', null, ''),
    defaultdict: ofLibrary(
      'defaultdict',
      'dict',
      'dict',
      null,
      `
        __init__ = defaultDict.initialize(self, default_factory:factory=None, *values, **keywords)
        __missing__ = defaultDict.missing(self, key)
      `,
    ),
    Counter: ofLibrary(
      'Counter',
      'dict',
      'dict',
      null,
      `
        __init__ = counter.initialize(self, values=None, **keywords)
        __missing__ = counter.missing(self, key)
        __add__ = counter.add(self, other)
        __sub__ = counter.less(self, other)
        update = counter.update(self, values=None, **keywords)
        subtract = counter.subtract(self, values=None, **keywords)
        most_common = counter.mostCommon(self, n=None)
        elements = counter.elements(self)
        total = counter.total(self)
      `,
    ),
    deque: ofLibrary(
      'deque',
      'list',
      null,
      null,
      `
        __init__ = deque.initialize(self, iterable:values=None, maxlen:most=None)
        __repr__ = deque.show(self)
        __eq__ = deque.equal(self, other)
        append = deque.append(self, item)
        appendleft = deque.appendLeft(self, item)
        extend = deque.extend(self, values)
        extendleft = deque.extendLeft(self, values)
        popleft = deque.popLeft(self)
        rotate = deque.rotate(self, n=1)
      `,
    ),
    abc: { kind: 'module', name: 'collections.abc' },
    ...refused('ChainMap UserDict UserList UserString', 'not supported'),
  },
  'collections.abc': types(
    'Callable=callable Sequence=sequence Mapping=mapping Iterable=iterable Hashable=typing Sized=typing Iterator=typing Generator=typing Container=typing Collection=typing',
  ),
  contextlib: {
    ...functions(`
      contextmanager = manage(function)
      suppress = manager.suppress(*types)
      nullcontext = manager.value(enter_result:value=None)
      closing = manager.closing(thing:value)
      redirect_stdout redirect_stderr = manager.value(value)
    `),
    ...types('AbstractContextManager=abstract ContextDecorator=abstract'),
    ...refused('ExitStack AsyncExitStack asynccontextmanager', 'not supported'),
  },
  dataclasses: {
    ...functions(`
      dataclass = record.declare(cls:type=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)
      field = record.field(*, default=..., default_factory=..., init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=...)
      asdict = record.asDict(self, *, dict_factory!=None)
      astuple = record.asTuple(self, *, tuple_factory!=None)
      replace = record.replace(self, **keywords)
      fields = record.fields(value)
      is_dataclass = record.is(value)
    `),
    FrozenInstanceError: { kind: 'type', type: 'exception' },
    ...refused('InitVar KW_ONLY make_dataclass', 'not supported'),
  },
  enum: {
    ...functions('unique = identity(value)'),
    Enum: ofLibrary(
      'Enum',
      null,
      null,
      'enumeration',
      `
        __str__ = enumeration.show(self)
        ${QUOTED}
      `,
    ),
    IntEnum: ofLibrary('IntEnum', 'number', 'int', 'enumeration', `${plainText()}\n${QUOTED}`),
    StrEnum: ofLibrary('StrEnum', 'text', 'str', 'enumeration', `${plainText()}\n${QUOTED}`),
    auto: ofLibrary('auto', null, null, null, ''),
    ...refused('Flag IntFlag EnumMeta EnumType', 'not supported'),
  },
  typing: {
    ...types(`
      List=list Dict=dict Tuple=tuple Set=set FrozenSet=set Text=str Type=typing
      Any=typing Union=typing Optional=typing Generic=typing Protocol=typing Literal=typing
      Final=typing ClassVar=typing Annotated=typing Self=typing NoReturn=typing Never=typing
      Callable=callable Sequence=sequence Mapping=mapping Iterable=iterable Iterator=typing
      Generator=typing Collection=typing Hashable=typing SupportsFloat=typing SupportsInt=typing
      MutableMapping=mapping MutableSequence=sequence TypedDict=dict TypeAlias=typing
      ParamSpec=typing Concatenate=typing ContextManager=typing DefaultDict=dict OrderedDict=dict
      Deque=typing Counter=dict AnyStr=typing Awaitable=typing Coroutine=typing Unpack=typing
      Required=typing NotRequired=typing IO=typing TextIO=typing Pattern=typing
    `),
    ...functions(`
      TypeVar TypeVarTuple = typeWord(*arguments, **keywords)
      NewType = decorator(name, type)
      cast = second(type, value)
      overload final runtime_checkable no_type_check = identity(value)
    `),
    NamedTuple: ofLibrary('NamedTuple', 'tuple', 'tuple', 'record', '__repr__ = record.show(self)'),
    TYPE_CHECKING: { kind: 'boolean', value: false },
    ...refused('get_type_hints', 'not supported'),
  },
};

/** `str` of a member that is a number or a string is that of its value. */
function plainText(): string {
  return '__str__ = enumeration.plain(self)';
}

function ofLibrary(
  name: string,
  holds: LibraryClass['holds'],
  builtin: string | null,
  role: LibraryClass['role'],
  methods: string,
): LibraryClass {
  const named = functions(methods) as Readonly<Record<string, LibraryName>>;
  return { kind: 'class', name, holds, builtin, role, methods: named };
}
