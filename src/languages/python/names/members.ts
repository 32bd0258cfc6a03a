/** Methods and properties of arrays, numbers, strings and containers. */
import type { LanguageTables } from '../../../syntax/tables';
import { functions } from './notation';
import { tensorFunctions, tensorMethods } from './tensor-members';

/** torch's words for an axis and for keeping it are accepted beside numpy's. */
const AXIS = 'axis|dim:axis';
const KEEP = 'keepdims|keepdim:keepdims=False';
const EXTREME =
  'a, axis=None, out=None, keepdims=None, initial=None, where!=True, *, dim=None, keepdim=None';
const SPREAD = `a, axis=None, dtype=None, out=None, ddof=None, keepdims=None, where!=True, *,
  dim=None, unbiased=None, correction=None, keepdim=None`.replace(/\s+/g, ' ');

export const members: LanguageTables['members'] = {
  array: {
    ...tensorFunctions,
    ...tensorMethods,
    ...functions(`
    sum = tensor.sum(a, ${AXIS}=None, dtype=None, out=None, ${KEEP}, initial=None, where!=True)
    prod = tensor.prod(a, ${AXIS}=None, dtype=None, out=None, ${KEEP}, initial=None, where!=True)
    mean = tensor.mean(a, ${AXIS}=None, dtype=None, out=None, ${KEEP}, where!=True)
    var = tensor.variance(${SPREAD})
    std = tensor.deviation(${SPREAD})
    max = tensor.max(${EXTREME})
    min = tensor.min(${EXTREME})
    ptp = span(a, axis=None, out=None, keepdims=False)
    any = tensor.any(a, ${AXIS}=None, out=None, ${KEEP}, where!=True)
    all = tensor.all(a, ${AXIS}=None, out=None, ${KEEP}, where!=True)
    argmax = tensor.argmax(a, ${AXIS}=None, out=None, *, ${KEEP})
    argmin = tensor.argmin(a, ${AXIS}=None, out=None, *, ${KEEP})
    cumsum = cumsum(a, ${AXIS}=None, dtype=None, out=None)
    cumprod = cumprod(a, ${AXIS}=None, dtype!, out=None)
    trace = trace(a, offset=0, axis1=0, axis2=1, dtype!, out!)
    dot = dot(a, other|b:b, out=None)
    reshape = reshapeOf(a, *shape, order='C')
    ravel = ravel(a, order='C')
    flatten = tensor.flatten(a, order|start_dim:order='C', end_dim:end=-1)
    transpose = tensor.transpose(a, *axes)
    swapaxes swapdims = swapAxes(a, axis1|dim0:axis1, axis2|dim1:axis2)
    squeeze = tensor.squeeze(a, ${AXIS}=None)
    diagonal = diagonal(a, offset=0, axis1|dim1:axis1=0, axis2|dim2:axis2=1)
    repeat = tensor.repeat(a, repeats, *more, axis=None)
    take = take(a, indices, axis=None, out!, mode!='raise')
    copy = copy(a, order!)
    astype = asType(a, dtype, order!, casting!, subok!, copy=True)
    clip = clip(a, min:low=None, max:high=None, out=None)
    round = roundTo(x, decimals:digits=0, out=None)
    conj conjugate = same(x)
    nonzero = nonzero(a)
    argsort = tensor.argsort(a, ${AXIS}=-1, kind|descending:kind=None, order!, stable=False)
    sort = tensor.sort(a, axis=-1, kind=None, order!, *, dim=None, descending=None)
    searchsorted = searchsorted(a, v, side='left', sorter!)
    fill = fill(a, value)
    tolist = toList(a)
    item = item(a, *at)
    setflags = nothing(a, **keywords)
  `),
  },
  number: {
    ...tensorFunctions,
    ...functions(`
    item = item(a, *at)
    astype = asType(a, dtype)
    conjugate = same(x)
    is_integer = isWhole(value)
  `),
  },
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
    replace = text.replace(self, old, new, count:most=-1)
    join = text.join(self, values)
    split = text.split(self, sep:separator=None, maxsplit:most=-1)
    splitlines = text.lines(self)
    find = text.find(self, part)
    index = text.index(self, part)
    count = text.count(self, part)
    isdigit isnumeric isdecimal = text.isDigits(self)
    isalpha = text.isLetters(self)
    zfill = text.zeroFill(self, width)
    ljust = text.padEnd(self, width, fill=' ')
    rjust = text.padStart(self, width, fill=' ')
    center = text.center(self, width, fill=' ')
    partition = text.partition(self, separator)
    rpartition = text.partitionLast(self, separator)
    rsplit = text.splitLast(self, sep:separator=None, maxsplit:most=-1)
    rfind = text.findLast(self, part)
    rindex = text.indexLast(self, part)
    removeprefix = text.withoutPrefix(self, part)
    removesuffix = text.withoutSuffix(self, part)
    swapcase = text.swapCase(self)
    casefold = text.lower(self)
    islower = text.isLower(self)
    isupper = text.isUpper(self)
    isspace = text.isSpace(self)
    isalnum = text.isWord(self)
    isascii = text.isPlain(self)
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
    discard = set.discard(self, item)
    remove = set.remove(self, item)
    pop = set.pop(self)
    clear = set.clear(self)
    issubset = set.isSubset(self, other)
    issuperset = set.isSuperset(self, other)
    isdisjoint = set.isDisjoint(self, other)
    symmetric_difference = set.symmetricDifference(self, other)
    copy = set.copy(self)
    union = set.union(self, *others)
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
    data: 'array.self',
    device: 'array.device',
    is_cuda: 'array.no',
    requires_grad: 'array.requiresGradient',
    at: 'array.at',
  },
  number: { real: 'array.self' },
  text: {},
  list: {},
  tuple: {},
  dict: {},
  set: {},
};
