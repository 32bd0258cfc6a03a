/** Methods and properties of arrays, numbers, strings and containers. */
import type { LanguageTables } from '../../../syntax/tables';
import { functions } from './notation';

const REDUCTION = 'axis=None, out=None, keepdims=False, initial=None, where!=True';

export const members: LanguageTables['members'] = {
  array: functions(`
    sum = sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where!=True)
    prod = prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where!=True)
    mean = mean(a, axis=None, dtype=None, out=None, keepdims=False, where!=True)
    var = variance(a, axis=None, dtype!, out=None, ddof=0, keepdims=False, where!=True)
    std = deviation(a, axis=None, dtype!, out=None, ddof=0, keepdims=False, where!=True)
    max = max(a, ${REDUCTION})
    min = min(a, ${REDUCTION})
    ptp = span(a, axis=None, out=None, keepdims=False)
    any = any(a, axis=None, out=None, keepdims=False, where!=True)
    all = all(a, axis=None, out=None, keepdims=False, where!=True)
    argmax = argmax(a, axis=None, out=None, *, keepdims=False)
    argmin = argmin(a, axis=None, out=None, *, keepdims=False)
    cumsum = cumsum(a, axis=None, dtype=None, out=None)
    cumprod = cumprod(a, axis=None, dtype!, out=None)
    trace = trace(a, offset=0, axis1=0, axis2=1, dtype!, out!)
    dot = dot(a, b, out=None)
    reshape = reshapeOf(a, *shape, order='C')
    ravel = ravel(a, order='C')
    flatten = flatten(a, order='C')
    transpose = transposeOf(a, *axes)
    swapaxes = swapAxes(a, axis1, axis2)
    squeeze = squeeze(a, axis=None)
    diagonal = diagonal(a, offset=0, axis1=0, axis2=1)
    repeat = repeat(a, repeats, axis=None)
    take = take(a, indices, axis=None, out!, mode!='raise')
    copy = copy(a, order!)
    astype = asType(a, dtype, order!, casting!, subok!, copy=True)
    clip = clip(a, min:low=None, max:high=None, out=None)
    round = roundTo(x, decimals:digits=0, out=None)
    conj conjugate = same(x)
    nonzero = nonzero(a)
    argsort = argsort(a, axis=-1, kind=None, order!)
    sort = sortInPlace(a, axis=-1, kind=None, order!)
    searchsorted = searchsorted(a, v, side='left', sorter!)
    fill = fill(a, value)
    tolist = toList(a)
    item = item(a, *at)
    setflags = nothing(a, **keywords)
  `),
  number: functions(`
    item = item(a, *at)
    astype = asType(a, dtype)
    conjugate = same(x)
    is_integer = isWhole(value)
  `),
  text: functions(`
    lower = text.lower(self)
    upper = text.upper(self)
    title = text.title(self)
    capitalize = text.capitalize(self)
    strip = text.strip(self, characters=None)
    lstrip = text.stripStart(self, characters=None)
    rstrip = text.stripEnd(self, characters=None)
    startswith = text.startsWith(self, prefix)
    endswith = text.endsWith(self, prefix)
    replace = text.replace(self, old, new)
    join = text.join(self, values)
    split = text.split(self, sep:separator=None, maxsplit:most=-1)
    splitlines = text.lines(self)
    find = text.find(self, part)
    index = text.index(self, part)
    count = text.count(self, part)
    isdigit isnumeric isdecimal = text.isDigits(self)
    isalpha = text.isLetters(self)
    zfill = text.zeroFill(self, width)
    ljust = text.padEnd(self, width)
    rjust = text.padStart(self, width)
    format = text.format(self, *arguments, **keywords)
  `),
  list: functions(`
    append = list.append(self, item)
    extend = list.extend(self, values)
    insert = list.insert(self, at, item)
    pop = list.pop(self, at=-1)
    remove = list.remove(self, item)
    clear = list.clear(self)
    reverse = list.reverse(self)
    copy = list.copy(self)
    sort = list.sort(self, *, key=None, reverse=False)
    index = sequence.index(self, item)
    count = sequence.count(self, item)
  `),
  tuple: functions(`
    index = sequence.index(self, item)
    count = sequence.count(self, item)
  `),
  dict: functions(`
    get = dict.get(self, key, standard=None)
    keys = dict.keys(self)
    values = dict.values(self)
    items iteritems = dict.items(self)
    update = dict.update(self, other=None, **keywords)
    pop = dict.pop(self, key, standard=...)
    popitem = dict.popItem(self)
    setdefault = dict.setDefault(self, key, standard=None)
    copy = dict.copy(self)
    clear = dict.clear(self)
  `),
  set: functions(`
    add = set.add(self, item)
    update = set.update(self, *values)
    discard remove = set.discard(self, item)
    copy = set.copy(self)
    union = set.union(self, other)
    intersection = set.intersection(self, other)
    difference = set.difference(self, other)
  `),
};

export const properties: LanguageTables['properties'] = {
  array: {
    shape: 'array.shape',
    T: 'array.T',
    mT: 'array.matrixTranspose',
    size: 'array.size',
    ndim: 'array.ndim',
    dtype: 'array.dtype',
    flat: 'array.flat',
    nbytes: 'array.bytes',
    itemsize: 'array.itemSize',
    strides: 'array.strides',
    real: 'array.self',
  },
  number: { real: 'array.self' },
  text: {},
  list: {},
  tuple: {},
  dict: {},
  set: {},
};
