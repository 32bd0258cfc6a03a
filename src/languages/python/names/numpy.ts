/** numpy's functions of whole arrays, its types and constants. */
import type { Names } from '../../../syntax/tables';
import { functions, modules, numbers, refused, types } from './notation';
import { numpyElementwise } from './numpy-elementwise';

const reductions = functions(`
  sum = sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where:chosen=True)
  prod product = prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where:chosen=True)
  max amax = max(a, axis=None, out=None, keepdims=False, initial=None, where:chosen=True)
  min amin = min(a, axis=None, out=None, keepdims=False, initial=None, where:chosen=True)
  ptp = span(a, axis=None, out=None, keepdims=False)
  mean = mean(a, axis=None, dtype=None, out=None, keepdims=False, where:chosen=True)
  var = variance(a, axis=None, dtype!, out=None, ddof=0, keepdims=False, where!=True)
  std = deviation(a, axis=None, dtype!, out=None, ddof=0, keepdims=False, where!=True)
  average = average(a, axis=None, weights=None, returned=False, *, keepdims=False)
  median = median(a, axis=None, out=None, overwrite_input=False, keepdims=False)
  quantile = quantile(a, q, axis=None, out=None, overwrite_input=False, method|interpolation:method='linear', keepdims=False)
  percentile = percentile(a, q, axis=None, out=None, overwrite_input=False, method|interpolation:method='linear', keepdims=False)
  nanmedian = nanMedian(a, axis=None, out=None, overwrite_input=False, keepdims=False)
  nanquantile = nanQuantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False)
  nanpercentile = nanPercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False)
  any = any(a, axis=None, out=None, keepdims=False, where:chosen=True)
  all = all(a, axis=None, out=None, keepdims=False, where:chosen=True)
  argmax = argmax(a, axis=None, out=None, keepdims=False)
  argmin = argmin(a, axis=None, out=None, keepdims=False)
  count_nonzero = countNonzero(a, axis=None, *, keepdims=False)
  nansum = nansum(a, axis=None, dtype!, out=None, keepdims=False)
  nanprod = nanprod(a, axis=None, dtype!, out=None, keepdims=False)
  nanmax = nanmax(a, axis=None, out=None, keepdims=False)
  nanmin = nanmin(a, axis=None, out=None, keepdims=False)
  nanmean = nanmean(a, axis=None, dtype!, out=None, keepdims=False)
  nanvar = nanvar(a, axis=None, dtype!, out=None, ddof=0, keepdims=False)
  nanstd = nanstd(a, axis=None, dtype!, out=None, ddof=0, keepdims=False)
  nanargmax = nanargmax(a, axis=None)
  nanargmin = nanargmin(a, axis=None)
  nancumsum = nancumsum(a, axis=None, dtype!, out=None)
  cumsum = cumsum(a, axis=None, dtype=None, out=None)
  cumprod = cumprod(a, axis=None, dtype!, out=None)
  diff = difference(a, n=1, axis=-1, prepend=None, append=None)
  ediff1d = flatDifference(ary:a, to_end!, to_begin!)
  gradient = gradient(f, *varargs:spacings, axis=None, edge_order=1)
  cov = covariance(m, y=None, rowvar=True, bias=False, ddof=None, fweights!, aweights!)
  corrcoef = correlation(x:m, y=None, rowvar=True, *, bias=False)
  histogram = histogram(a, bins=10, range=None, density=False, weights=None)
  trapz trapezoid = trapezoid(y, x=None, dx=1.0, axis=-1)
  trace = trace(a, offset=0, axis1=0, axis2=1, dtype!, out!)
`);

const creation = functions(`
  array = array(object, dtype=None, copy=True, order!, subok!, ndmin=0, like!)
  asarray ascontiguousarray asanyarray asarray_chkfinite = asArray(a, dtype=None, order!, copy=None)
  asfarray = asArray(a, dtype='float64', *, copy=None)
  copy = copy(a, order!, subok!)
  zeros = zeros(shape, dtype=None, order!='C')
  empty = zeros(shape, dtype=None, order!='C')
  ones = ones(shape, dtype=None, order!='C')
  full = full(shape, fill_value:value, dtype=None, order!='C')
  zeros_like = zerosLike(a, dtype=None, order!, subok!, shape=None)
  empty_like = zerosLike(prototype:a, dtype=None, order!, subok!, shape=None)
  ones_like = onesLike(a, dtype=None, order!, subok!, shape=None)
  full_like = fullLike(a, fill_value:value, dtype=None, order!, subok!, shape=None)
  arange = arange(start, stop=None, step=None, dtype=None)
  linspace = linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis!=0)
  logspace = logspace(start, stop, num=50, endpoint=True, base=10.0, dtype!, axis!=0)
  eye = eye(N:n, M:m=None, k=0, dtype=None, order!='C')
  identity = eye(n, dtype=None, *, m=None, k=0)
  tri = tri(N:n, M:m=None, k=0, dtype=None)
  tril = tril(m, k=0)
  triu = triu(m, k=0)
  diag = diag(v, k=0)
  diagflat = diagflat(v, k=0)
  diagonal = diagonal(a, offset=0, axis1=0, axis2=1)
  geomspace = geometricSteps(start, stop, num=50, endpoint=True, dtype!, axis!=0)
  vander = vandermonde(x, N:n=None, increasing=False)
  fromfunction = fromFunction(function, shape, *, dtype=None)
  indices = indices(dimensions:shape, dtype!, sparse=False)
  hanning = hanningWindow(M)
  hamming = hammingWindow(M)
  blackman = blackmanWindow(M)
  bartlett = bartlettWindow(M)
  kaiser = kaiserWindow(M, beta)
  meshgrid = meshgrid(*arrays, indexing='xy', sparse=False, copy=True)
`);

const shapes = functions(`
  reshape = reshape(a, newshape:shape, order='C')
  ravel = ravel(a, order='C')
  transpose permute_dims = transpose(a, axes=None)
  swapaxes = swapAxes(a, axis1, axis2)
  moveaxis = moveAxis(a, source, destination)
  squeeze = squeeze(a, axis=None)
  expand_dims = expandDims(a, axis)
  atleast_1d = atLeast1d(*arrays)
  atleast_2d = atLeast2d(*arrays)
  atleast_3d = atLeast3d(*arrays)
  broadcast_to = broadcastTo(array:a, shape, subok!)
  broadcast_arrays = broadcastArrays(*arrays, subok!)
  concatenate concat = concatenate(arrays, axis=0, out!, dtype!, casting!)
  stack = stack(arrays, axis=0, out!, dtype!, casting!)
  hstack = hstack(tup:arrays)
  vstack row_stack = vstack(tup:arrays)
  dstack = dstack(tup:arrays)
  column_stack = columnStack(tup:arrays)
  append = append(arr:a, values, axis=None)
  split = split(ary:a, indices_or_sections:sections, axis=0)
  array_split = arraySplit(ary:a, indices_or_sections:sections, axis=0)
  hsplit = hsplit(ary:a, indices_or_sections:sections)
  vsplit = vsplit(ary:a, indices_or_sections:sections)
  dsplit = dsplit(ary:a, indices_or_sections:sections)
  rollaxis = rollAxis(a, axis, start=0)
  broadcast_shapes = broadcastShape(*shapes)
  flip = flip(m:a, axis=None)
  flipud = flipRows(m:a)
  fliplr = flipColumns(m:a)
  rot90 = rot90(m, k=1, axes=None)
  roll = roll(a, shift, axis=None)
  pad = pad(array:a, pad_width:width, mode='constant', constant_values:values=0)
  take = take(a, indices, axis=None, out!, mode='raise')
  delete = delete(arr:a, obj:places, axis=None)
  repeat = repeat(a, repeats, axis=None)
  tile = tile(A:a, reps)
  shape = shapeOf(a:value)
  ndim = rankOf(a:value)
  size = sizeOf(a:value, axis=None)
`);

const products = functions(`
  dot = dot(a, b, out=None)
  matmul = matmul(x1:a, x2:b, out=None)
  vdot = vdot(a, b)
  inner = inner(a, b)
  outer = outer(a, b, out=None)
  tensordot = tensordot(a, b, axes=2)
  einsum = einsum(subscripts, *operands, optimize=False, out!, dtype!)
  kron = kron(a, b)
  convolve = convolve(a, v:b, mode='full')
  correlate = correlate(a, v:b, mode='valid')
  polyval = polynomial(p, x)
  polyfit = polynomialFit(x, y, deg:degree, rcond!, full!=False, w=None, cov!=False)
  polyder = polynomialDerivative(p, m=1)
  polyint = polynomialIntegral(p, m=1, k=0.0)
  polyadd = polynomialSum(a1:a, a2:b)
  polysub = polynomialDifference(a1:a, a2:b)
  polymul = convolve(a1:a, a2:b, *, mode='full')
  cross = cross(a, b, axisa!=-1, axisb!=-1, axisc!=-1, axis=None)
`);

const indices = functions(`
  nonzero = nonzero(a)
  flatnonzero = flatNonzero(a)
  argwhere = argwhere(a)
  sort = sort(a, axis=-1, kind=None, order!)
  argsort = argsort(a, axis=-1, kind=None, order!)
  unique = unique(ar:a, return_index=False, return_inverse=False, return_counts=False, axis!, equal_nan=True)
  searchsorted = searchsorted(a, v, side='left', sorter=None)
  digitize = digitize(x, bins, right=False)
  interp = interpolate(x, xp, fp, left=None, right=None, period!)
  partition = sort(a, kth, axis=-1, kind=None, order!)
  argpartition = argsort(a, kth, axis=-1, kind=None, order!)
  insert = insert(arr:a, obj:places, values, axis=None)
  extract = extract(condition, arr:a)
  compress = compress(condition, a, axis=None, out!)
  putmask = putMask(a, mask, values)
  place = putInOrder(arr:a, mask, vals:values)
  choose = choose(a, choices, out!, mode!='raise')
  resize = resize(a, new_shape:shape)
  block = block(arrays)
  union1d = union(ar1:a, ar2:b)
  intersect1d = intersection(ar1:a, ar2:b, assume_unique=False, return_indices!=False)
  setdiff1d = setDifference(ar1:a, ar2:b, assume_unique=False)
  apply_along_axis = applyAlong(func1d:function, axis, arr:a, *arguments)
  piecewise = piecewise(x, condlist:conditions, funclist:functions)
  ravel_multi_index = flatIndex(multi_index:indices, dims:shape, mode!='raise', order!='C')
  ndenumerate = enumerated(arr:a)
  r_ = joinedRows(index)
  c_ = joinedColumns(index)
  s_ index_exp = indexItself(index)
  mgrid = denseGrid(index)
  ogrid = openGrid(index)
  take_along_axis = takeAlongAxis(arr:a, indices, axis)
  put_along_axis = putAlongAxis(arr:a, indices, values, axis)
  diag_indices = diagIndices(n, ndim=2)
  diag_indices_from = diagIndicesFrom(arr:a)
  tril_indices_from = trilIndicesFrom(arr:a, k=0)
  triu_indices_from = triuIndicesFrom(arr:a, k=0)
  tril_indices = trilIndices(n, k=0, m=None)
  triu_indices = triuIndices(n, k=0, m=None)
  fill_diagonal = fillDiagonal(a, val:value, wrap!=False)
  copyto = copyTo(dst:target, src:a, casting!, where=True)
  put = put(a, ind:indices, v:values, mode!='raise')
  select = select(condlist:conditions, choicelist:choices, default=0)
  ndindex = indexTuples(*shape)
  ix_ = openMesh(*arrays)
  unravel_index = unravelIndex(indices, shape, order!='C')
  bincount = binCount(x:a, weights=None, minlength=0)
  isin in1d = isIn(element:a, test_elements:among, assume_unique=False, invert=False)
`);

const others = functions(`
  finfo = floatLimits(dtype=None)
  iinfo = integerLimits(int_type:dtype)
  errstate printoptions = plainContext(*values, **keywords)
  issubdtype = isSubType(arg1:a, arg2:b)
  isscalar = isNumber(element:value)
  seterr set_printoptions = nothing(**keywords)
  vectorize = vectorize(pyfunc:function, otypes=None, **keywords)
`);

export const numpy: Names = {
  ...numpyElementwise,
  ...reductions,
  ...creation,
  ...shapes,
  ...products,
  ...indices,
  ...others,
  ...modules('numpy', 'linalg random lib testing'),
  ...numbers({
    pi: Math.PI,
    e: Math.E,
    euler_gamma: 0.5772156649015329,
    inf: Number.POSITIVE_INFINITY,
    Inf: Number.POSITIVE_INFINITY,
    infty: Number.POSITIVE_INFINITY,
    NINF: Number.NEGATIVE_INFINITY,
    nan: Number.NaN,
    NaN: Number.NaN,
    NAN: Number.NaN,
  }),
  newaxis: { kind: 'none' },
  ...types(`
    float64 float32 float16 float_=float64 double longdouble half single
    int64 int32 int16 int8 uint8 uint16 uint32 uint64 int_=int64 intp
    bool_ bool=bool_ bool8=bool_ float=float64 int=int64
    ndarray generic number floating inexact integer signedinteger
  `),
  ...refused('complex64 complex128 complex_', 'complex numbers are not supported'),
  ...refused('load loadtxt genfromtxt fromfile', 'files are not read'),
  ...refused('matrix asmatrix mat bmat', 'not supported: use an array and @'),
  ...refused('poly1d poly roots', 'not supported: use coefficients with np.polyval'),
  ...refused(
    'unwrap lexsort trim_zeros nextafter spacing frexp packbits unpackbits angle',
    'not supported',
  ),
  ...refused('save savetxt savez', 'files are not written'),
  ...refused('fft', 'Fourier transforms give complex numbers, which are not supported'),
  ...refused(
    'ma recarray rec char datetime64 timedelta64',
    'arrays of other things than numbers are not supported',
  ),
};

/** numpy.lib and numpy.testing. */
export const numpyLibrary: Readonly<Record<string, Names>> = {
  'numpy.testing': functions(`
    assert_allclose = assertClose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True)
    assert_almost_equal = assertDecimals(actual, desired, decimal=7, err_msg='', verbose=True)
    assert_array_almost_equal = assertDecimals(actual|x:actual, desired|y:desired, decimal=6, err_msg='', verbose=True)
    assert_equal assert_array_equal = assertEqual(actual|x:actual, desired|y:desired, err_msg='', verbose=True)
    assert_array_less = assertLess(x:actual, y:desired, err_msg='', verbose=True)
    assert_raises = assertRaises(exception, function=None, *arguments)
    assert_ = assertTrue(val:value, msg='')
  `),
  'numpy.lib': modules('numpy.lib', 'stride_tricks'),
  'numpy.lib.stride_tricks': functions(`
    as_strided = asStrided(x, shape=None, strides=None, subok!, writeable=True)
    sliding_window_view = slidingWindow(x, window_shape:shape, axis=None, *, subok!, writeable=False)
  `),
};
