/** torch: tensors are arrays, so most names lead where numpy's do. */
import type { Names, TableEntry } from '../../../syntax/tables';
import { functions, modules, numbers, refused, types } from './notation';
import { tensorFunctions } from './tensor-members';

const DIM = 'dim|axis:axis';
const KEEP = 'keepdim|keepdims:keepdims=False';
const MADE = 'dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False';
const AUTOMATIC = 'a framework is not run: the written gradient is what is checked';

/** Methods only: no function of torch has their names. */
const METHODS = `to float double half bfloat16 long int short bool type_as requires_grad_ cpu cuda
  contiguous numel nelement dim ndimension`.split(/\s+/);

/** The methods that are functions too; the tensor is called `input`, and ops know `out=`. */
const elementwise: Names = Object.fromEntries(
  Object.entries(tensorFunctions).flatMap(([name, entry]): [string, TableEntry][] => {
    if (entry.kind !== 'function' || METHODS.includes(name)) return [];
    const own = /^(tensor|torch)\.|^(relu|inverseRoot|fraction|logSumExp|copy|identity)$/;
    const out = own.test(entry.id) ? 'out!' : '*, out=None';
    const signature = entry.signature
      .replace(/^(a|x|value)\b/, 'input:$1')
      .replace(', **keywords', '');
    return [[name, { ...entry, signature: `${signature}, ${out}` }]];
  }),
);

const reductions = functions(`
  sum = tensor.sum(input:a, ${DIM}=None, ${KEEP}, *, dtype=None, out=None)
  nansum = nansum(input:a, ${DIM}=None, ${KEEP}, *, dtype=None)
  prod = tensor.prod(input:a, ${DIM}=None, ${KEEP}, *, dtype=None, out=None)
  mean = tensor.mean(input:a, ${DIM}=None, ${KEEP}, *, dtype=None, out=None)
  var = torch.variance(input:a, ${DIM}=None, unbiased=None, ${KEEP}, *, correction=None, out=None)
  std = torch.deviation(input:a, ${DIM}=None, unbiased=None, ${KEEP}, *, correction=None, out=None)
  var_mean = torch.varianceAndMean(input:a, ${DIM}=None, unbiased=None, ${KEEP}, *, correction=None, dtype=None)
  std_mean = torch.deviationAndMean(input:a, ${DIM}=None, unbiased=None, ${KEEP}, *, correction=None, dtype=None)
  max = torch.max(input:a, dim|axis|other:other=None, ${KEEP})
  min = torch.min(input:a, dim|axis|other:other=None, ${KEEP})
  amax = max(input:a, ${DIM}=None, ${KEEP})
  amin = min(input:a, ${DIM}=None, ${KEEP})
  argmax = argmax(input:a, ${DIM}=None, ${KEEP})
  argmin = argmin(input:a, ${DIM}=None, ${KEEP})
  any = any(input:a, ${DIM}=None, ${KEEP})
  all = all(input:a, ${DIM}=None, ${KEEP})
  count_nonzero = countNonzero(input:a, ${DIM}=None)
  cumsum = cumsum(input:a, ${DIM}, dtype=None)
  cumprod = cumprod(input:a, ${DIM}, dtype!)
  diff = difference(input:a, n=1, ${DIM}=-1)
  trapz trapezoid = trapezoid(y, x=None, *, dx=1.0, ${DIM}=-1)
  logsumexp = logSumExp(input:a, ${DIM}, ${KEEP}, *, weights=None)
  norm = torch.norm(input:x, p=None, ${DIM}=None, ${KEEP}, out!, dtype=None)
  dist = torch.distance(input:a, other:b, p=2, *, shift=0)
  sort = torch.sort(input:a, ${DIM}=-1, descending=False, stable=False)
  argsort = tensor.argsort(input:a, ${DIM}=-1, descending:kind=False, stable=False)
  topk = torch.topk(input:a, k, ${DIM}=-1, largest=True, sorted=True)
`);

const creation = functions(`
  tensor = array(data:object, ${MADE}, *, ndmin=0)
  as_tensor asarray = asArray(data:a, dtype=None, device=None, requires_grad=False)
  from_numpy = asArray(a)
  zeros empty = tensor.filled(*shape, value=0, like=None, ${MADE})
  ones = tensor.filled(*shape, value=1, like=None, ${MADE})
  full = full(size:shape, fill_value:value, ${MADE})
  zeros_like empty_like = zerosLike(input:a, ${MADE}, memory_format=None)
  ones_like = onesLike(input:a, ${MADE}, memory_format=None)
  full_like = fullLike(input:a, fill_value:value, ${MADE}, memory_format=None)
  arange = arange(start, end:stop=None, step=None, ${MADE})
  linspace = linspace(start, end:stop, steps:num, ${MADE}, *, endpoint=True)
  eye = eye(n, m=None, *, k=0, ${MADE})
  rand = random.uniformOf(*shape, ${MADE}, generator!)
  randn = random.normalOf(*shape, ${MADE}, generator!)
  randint = torch.randomIntegers(*bounds, size=None, high=None, ${MADE}, generator!)
  randperm = random.permutation(n:x, ${MADE}, generator!)
  rand_like = random.like(input:a, ${MADE})
  randn_like = random.normalLike(input:a, ${MADE})
  normal = random.normal(mean:loc=0.0, std:scale=1.0, size=None, ${MADE}, generator!)
  bernoulli = torch.bernoulli(input:p, generator!)
  manual_seed seed = random.seed(seed=None)
`);

const shapes = functions(`
  reshape = reshape(input:a, shape, *, order='C')
  flatten = tensor.flatten(input:a, start_dim:order=0, end_dim:end=-1)
  ravel = ravel(input:a, *, order='C')
  squeeze = tensor.squeeze(input:a, ${DIM}=None)
  unsqueeze = expandDims(input:a, ${DIM})
  transpose swapaxes swapdims = swapAxes(input:a, dim0|axis0:axis1, dim1|axis1:axis2)
  permute = transpose(input:a, dims:axes)
  movedim moveaxis = moveAxis(input:a, source, destination)
  t = array.T(input:value)
  stack = stack(tensors:arrays, ${DIM}=0)
  cat concat concatenate = concatenate(tensors:arrays, ${DIM}=0)
  hstack = hstack(tensors:arrays)
  vstack row_stack = vstack(tensors:arrays)
  dstack = dstack(tensors:arrays)
  column_stack = columnStack(tensors:arrays)
  split = tensor.split(tensor:a, split_size_or_sections:sizes, ${DIM}=0)
  chunk = tensor.chunk(input:a, chunks:count, ${DIM}=0)
  unbind = tensor.unbind(input:a, ${DIM}=0)
  select = tensor.select(input:a, ${DIM}, index)
  narrow = tensor.narrow(input:a, ${DIM}, start, length)
  flip = flip(input:a, dims:axis)
  fliplr = flipColumns(input:a)
  flipud = flipRows(input:a)
  roll = roll(input:a, shifts:shift, dims:axis=None)
  rot90 = rot90(input:m, k=1, dims:axes=None)
  tile = tile(input:a, dims:reps)
  repeat_interleave = repeat(input:a, repeats, ${DIM}=None)
  broadcast_to = broadcastTo(input:a, size|shape:shape)
  broadcast_tensors = broadcastArrays(*tensors:arrays)
  meshgrid = meshgrid(*tensors:arrays, indexing='ij', sparse=False, copy=True)
  atleast_1d = atLeast1d(*arrays)
  atleast_2d = atLeast2d(*arrays)
  diag = diag(input:v, diagonal:k=0)
  diagonal = diagonal(input:a, offset=0, dim1:axis1=0, dim2:axis2=1)
  tril = tril(input:m, diagonal:k=0)
  triu = triu(input:m, diagonal:k=0)
  numel = sizeOf(input:value, *, axis=None)
  is_tensor = tensor.isTensor(obj:value)
  is_floating_point = array.requiresGradient(input:value)
`);

const indices = functions(`
  where = where(condition, input|x:a=None, other|y:b=None)
  clamp clip = clip(input:a, min:low=None, max:high=None, *, out=None)
  gather = tensor.gather(input:a, ${DIM}, index:indices)
  scatter = tensor.scatter(input:a, ${DIM}, index:indices, src|value:values, *, reduce=None)
  scatter_add = tensor.scatterAdd(input:a, ${DIM}, index:indices, src:values)
  index_add = tensor.indexAdd(input:a, ${DIM}, index:indices, source:values, *, alpha=1)
  index_copy = tensor.indexSet(input:a, ${DIM}, index:indices, source:values)
  index_fill = tensor.indexSet(input:a, ${DIM}, index:indices, value:values)
  index_select = take(input:a, ${DIM}, index:indices)
  take = take(input:a, index:indices, *, axis=None)
  take_along_dim = takeAlongAxis(input:a, indices, ${DIM})
  masked_fill = tensor.maskedFill(input:a, mask:condition, value)
  masked_select = tensor.maskedSelect(input:a, mask:condition)
  nonzero = argwhere(input:a, as_tuple!=False)
  argwhere = argwhere(input:a)
  unique = unique(input:a, sorted=True, return_inverse=False, return_counts=False, dim!, *, return_index=False)
  bincount = binCount(input:a, weights=None, minlength=0)
  searchsorted = searchsorted(sorted_sequence:a, input|values:v, *, right!=False, side='left')
  isclose = isclose(input:a, other:b, rtol=1e-05, atol=1e-08, equal_nan!=False)
  allclose = allclose(input:a, other:b, rtol=1e-05, atol=1e-08, equal_nan!=False)
  equal = arrayEqual(input:a, other:b)
  nan_to_num = nanToNum(input:x, nan=None, posinf=None, neginf=None)
  round = roundTo(input:x, *, decimals:digits=0, out=None)
`);

const products = functions(`
  matmul mm bmm mv = matmul(input:a, other|mat2|vec:b, *, out=None)
  dot inner vdot = inner(input:a, other|tensor:b)
  outer ger = outer(input:a, vec2:b, *, out=None)
  einsum = einsum(equation:subscripts, *operands)
  tensordot = tensordot(a, b, dims:axes=2)
  kron = kron(input:a, other:b)
  cross = cross(input:a, other:b, ${DIM}=-1)
  addmm addmv baddbmm = torch.addMatmul(input:a, mat1|mat|batch1:b, mat2|vec|batch2:c, *, beta=1, alpha=1)
  trace = trace(input:a, *, offset=0, axis1=0, axis2=1)
  det = determinant(input:a)
  slogdet = signAndLogDeterminant(input:a)
  inverse = inverse(input:a)
  cholesky = cholesky(input:a)
  atan2 arctan2 = atan2(input:a, other:b)
  hypot = hypot(input:a, other:b)
  logaddexp = logaddexp(input:a, other:b)
  heaviside = heaviside(input:a, values:b)
  xlogy = xLogY(input:a, other:b)
  logical_xor = xor(input:a, other:b)
  deg2rad = toRadians(input:x)
  rad2deg = toDegrees(input:x)
  asinh arcsinh = asinh(input:x)
  acosh arccosh = acosh(input:x)
  atanh arctanh = atanh(input:x)
  exp2 = exp2(input:x)
  sinc = sinc(input:x)
  celu = celu(input:x, alpha=1.0)
  selu = selu(input:x)
`);

const modes = functions(`
  no_grad enable_grad inference_mode set_grad_enabled autocast = autograd.mode(value=None, **keywords)
  compile = optionalDecorator(value=None, **keywords)
  set_default_dtype set_printoptions set_num_threads = nothing(*values, **keywords)
  use_deterministic_algorithms set_default_tensor_type = nothing(*values, **keywords)
  is_grad_enabled = array.no()
  finfo = floatLimits(dtype=None)
  device = identity(value, index=None)
`);

export const torch: Names = {
  ...elementwise,
  ...reductions,
  ...creation,
  ...shapes,
  ...indices,
  ...products,
  ...modes,
  ...modules('torch', 'nn autograd linalg special jit cuda random'),
  ...numbers({ pi: Math.PI, e: Math.E, inf: Number.POSITIVE_INFINITY, nan: Number.NaN }),
  newaxis: { kind: 'none' },
  // Computed in float64 all of them: the types of one family are one type here.
  ...types(`
      float32=float64 float64 float=float64 double=float64 float16 half=float16 bfloat16=float16
      int8 int16 int32=int64 int64 long=int64 short=int16 int=int64 uint8 bool
      Tensor=tensor FloatTensor=float64 DoubleTensor=float64 LongTensor=int64 IntTensor=int64
      BoolTensor=bool_ Size=tuple
    `),
  ...refused('complex64 complex128 cfloat view_as_complex', 'complex numbers are not supported'),
  ...refused('load save', 'files are not read'),
  ...refused('func vmap optim utils distributed fx ops library', AUTOMATIC),
  ...refused('median mode kthvalue quantile', 'not supported: sort the values'),
  ...refused('Generator', 'not supported: torch.manual_seed() makes what is drawn repeatable'),
  ...refused(
    'conv1d conv2d conv_transpose2d',
    'not supported: write the convolution in loops or slices',
  ),
};
