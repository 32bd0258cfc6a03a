/** Python's builtins, and the few modules of its library that gradients meet. */
import type { Names } from '../../../syntax/tables';
import { exceptionNames } from './exceptions';
import { functions, numbers, refused, types } from './notation';

export const builtins: Names = {
  ...functions(`
    len = length(value)
    range xrange = range(*bounds)
    reversed = reversed(values)
    zip = zip(*values, strict=False)
    enumerate = enumerate(values, start=0)
    map = map(function, *values)
    filter = filter(function, values)
    iter = iterator(values)
    next = next(iterator, standard=...)
    sorted = sorted(values, *, key=None, reverse=False)
    any = anyOf(values)
    all = allOf(values)
    sum = sumOf(values, start=0)
    max = maxOf(*values, key=None, default=...)
    min = minOf(*values, key=None, default=...)
    abs = absolute(x)
    round = rounded(x, ndigits:digits=None)
    pow = powerOf(base:a, exp:b, mod:modulus=None)
    divmod = divideWithRest(a, b)
    format = formatted(value, spec='')
    repr = quoted(value)
    ord = characterCode(character)
    chr = character(code)
    bin = number.binary(x)
    oct = number.octal(x)
    hex = number.hexadecimal(x)
    hash = hashed(value)
    isinstance = isInstance(value, types)
    issubclass = isSubclass(type, types)
    type = typeOf(value)
    callable = isCallable(value)
    hasattr = hasAttribute(object, name)
    getattr = getAttribute(object, name, standard=...)
    setattr = setAttribute(object, name, value)
    vars = attributesOf(object)
    print = nothing(*values, **keywords)
    staticmethod = decorate.static(function)
    classmethod = decorate.class(function)
    property = decorate.property(function, *rest)
  `),
  ...types('int float bool str list tuple dict set frozenset=set slice object'),
  ...exceptionNames,
  NotImplemented: { kind: 'notImplemented' },
  Ellipsis: { kind: 'ellipsis' },
  __debug__: { kind: 'boolean', value: true },
  ...refused('__file__ __doc__ __package__ __spec__', 'not supported'),
  // A file is read as the script that one runs.
  __name__: { kind: 'text', value: '__main__' },
  ...refused('open', 'files are not read'),
  ...refused('input', 'there is nobody to ask'),
  ...refused('eval exec compile __import__', 'text is not run'),
  ...refused('complex bytes bytearray memoryview', 'not supported'),
  ...refused('globals locals id dir delattr', 'not supported'),
};

export const standardModules: Readonly<Record<string, Names>> = {
  math: {
    ...functions(`
      exp = number.exp(x)
      expm1 = number.expm1(x)
      log = number.log(x, base=None)
      log2 = number.log2(x)
      log10 = number.log10(x)
      log1p = number.log1p(x)
      sqrt = number.sqrt(x)
      cbrt = number.cbrt(x)
      pow = number.pow(x, y)
      sin = number.sin(x)
      cos = number.cos(x)
      tan = number.tan(x)
      asin = number.asin(x)
      acos = number.acos(x)
      atan = number.atan(x)
      atan2 = number.atan2(y, x)
      sinh = number.sinh(x)
      cosh = number.cosh(x)
      tanh = number.tanh(x)
      asinh = number.asinh(x)
      acosh = number.acosh(x)
      atanh = number.atanh(x)
      fabs = number.abs(x)
      floor = number.floor(x)
      ceil = number.ceil(x)
      trunc = number.trunc(x)
      fmod = number.remainder(x, y)
      modf = number.modf(x)
      copysign = number.copySign(x, y)
      hypot = number.hypot(*values)
      radians = number.radians(x)
      degrees = number.degrees(x)
      fsum = number.sum(values)
      prod = number.prod(values, *, start=1)
      factorial = number.factorial(n)
      erf = number.erf(x)
      erfc = number.erfc(x)
      gamma = number.gamma(x)
      lgamma = number.gammaln(x)
      exp2 = number.exp2(x)
      comb = number.combinations(n, k)
      perm = number.permutations(n, k=None)
      gcd = number.gcd(*values)
      isqrt = number.integerRoot(n)
      dist = number.distance(p, q)
      isnan = number.isnan(x)
      isinf = number.isinf(x)
      isfinite = number.isfinite(x)
      isclose = number.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)
    `),
    ...numbers({
      pi: Math.PI,
      e: Math.E,
      tau: 2 * Math.PI,
      inf: Number.POSITIVE_INFINITY,
      nan: Number.NaN,
    }),
  },
  copy: functions(`
    copy = shallowCopy(value)
    deepcopy = deepCopy(value)
  `),
  numbers: types('Number=number Real=number Integral=integral'),
  warnings: functions(`
    warn filterwarnings simplefilter = nothing(*values, **keywords)
    catch_warnings = manager.plain(**keywords)
  `),
};

/** What builtin types have of their own. */
export const typeMembers: Readonly<Record<string, Names>> = {
  dict: functions('fromkeys = dict.fromKeys(keys, value=None)'),
  object: functions(`
    __setattr__ = setPlainly(object, name, value)
    __new__ = newObject(type, *arguments, **keywords)
    __init__ = initialize(self, *arguments, **keywords)
  `),
  'iterate.chain': functions('from_iterable = iterate.chainOf(values)'),
};
