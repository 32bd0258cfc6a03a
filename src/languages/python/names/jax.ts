/** jax: jnp is numpy's table with what differs; nn, lax and random are its own. */
import type { Names } from '../../../syntax/tables';
import { functions, modules, refused, types } from './notation';
import { numpy } from './numpy';
import { numpyLinalg } from './numpy-linalg';
import { scipyModules } from './scipy';

const AUTOMATIC = 'a framework is not run: the written gradient is what is checked';
const UNCHANGING = "jax's arrays do not change: write x.at[index].set(value)";

const jnp: Names = {
  ...numpy,
  ...functions(`
    clip = clip(arr|x|a:a=None, min|a_min:low=None, max|a_max:high=None)
    array = array(object, dtype=None, copy=True, order!, ndmin=0, device=None)
    asarray = asArray(a, dtype=None, order!, copy=None, device=None)
  `),
  ...modules('jax.numpy', 'linalg'),
  ...types(`
    float32=float64 float64 float_=float64 float16 bfloat16=float16 int32=int64 int64 int_=int64
    bool_ ndarray=tensor
  `),
  ...refused('put_along_axis fill_diagonal copyto put', UNCHANGING),
  ...refused('random lib', 'there is no such module in jax.numpy'),
};

const nn = functions(`
  relu = relu(x)
  relu6 = clip(x:a, *, low=0, high=6)
  sigmoid = sigmoid(x)
  softplus = softplus(x, *, beta=1, threshold=None)
  soft_sign = softsign(x)
  silu swish = silu(x)
  mish = mish(x)
  log_sigmoid = logSigmoid(x)
  tanh = tanh(x)
  leaky_relu = leakyRelu(x, negative_slope:slope=0.01)
  hard_sigmoid = hardSigmoid(x)
  hard_silu hard_swish = hardSwish(x)
  hard_tanh = clip(x:a, *, low=-1, high=1)
  elu = elu(x, alpha=1.0)
  celu = celu(x, alpha=1.0)
  selu = selu(x)
  gelu = gelu(x, approximate=True)
  glu = gatedLinear(x, axis=-1)
  softmax = softmax(x:a, axis=-1, where!)
  log_softmax = logSoftmax(x:a, axis=-1, where!)
  logsumexp = logSumExp(a, axis=None, b:weights=None, keepdims=False, return_sign!=False)
  one_hot = oneHot(x, num_classes:classes, *, dtype=None, axis!=-1)
`);

const lax = functions(`
  exp = exp(x)
  expm1 = expm1(x)
  log = log(x)
  log1p = log1p(x)
  sqrt = sqrt(x)
  cbrt = cbrt(x)
  rsqrt = inverseRoot(x)
  sin = sin(x)
  cos = cos(x)
  tan = tan(x)
  asin = asin(x)
  acos = acos(x)
  atan = atan(x)
  sinh = sinh(x)
  cosh = cosh(x)
  tanh = tanh(x)
  asinh = asinh(x)
  acosh = acosh(x)
  atanh = atanh(x)
  logistic = sigmoid(x)
  erf = erf(x)
  abs = abs(x)
  sign = sign(x)
  neg = negate(x)
  floor = floor(x)
  ceil = ceil(x)
  square = square(x)
  reciprocal = reciprocal(x)
  stop_gradient = stopGradient(x)
  add = add(x:a, y:b)
  sub = subtract(x:a, y:b)
  mul = multiply(x:a, y:b)
  div = divide(x:a, y:b)
  rem = remainder(x:a, y:b)
  pow = power(x:a, y:b)
  integer_pow = power(x:a, y:b)
  atan2 = atan2(x:a, y:b)
  max = maximum(x:a, y:b)
  min = minimum(x:a, y:b)
  eq = equal(x:a, y:b)
  ne = notEqual(x:a, y:b)
  lt = less(x:a, y:b)
  le = lessEqual(x:a, y:b)
  gt = greater(x:a, y:b)
  ge = greaterEqual(x:a, y:b)
  clamp = clip(min:low, x:a, max:high)
  select = where(pred:condition, on_true:a, on_false:b)
  dot = dot(lhs:a, rhs:b, precision=None)
  batch_matmul = matmul(lhs:a, rhs:b)
  reshape = reshape(operand:a, new_sizes:shape, *, order='C')
  expand_dims = expandDims(array:a, dimensions:axis)
  squeeze = tensor.squeeze(array:a, dimensions:axis)
  transpose = transpose(operand:a, permutation:axes)
  concatenate = concatenate(operands:arrays, dimension:axis)
  cumsum = cumsum(operand:a, axis=0)
  cumprod = cumprod(operand:a, axis=0)
  top_k = torch.topk(operand:a, k, *, axis=-1, largest=True)
  fori_loop = control.count(lower, upper, body, init, unroll=None)
  while_loop = control.while(condition, body, init)
  cond = control.choose(predicate, yes, no, *operands)
  scan = control.scan(body, init, xs=None, length=None, reverse=False, unroll=None)
  map = control.map(body, xs)
`);

const random = functions(`
  PRNGKey key = jax.key(seed)
  split = jax.split(key, num=2)
  fold_in = jax.fold(key, data)
  normal = jax.normal(key, shape:size=None, dtype=None)
  uniform = jax.uniform(key, shape:size=None, dtype=None, minval:low=0.0, maxval:high=1.0)
  randint = jax.integers(key, shape:size, minval:low, maxval:high, dtype=None)
  bernoulli = jax.bernoulli(key, p=0.5, shape:size=None, *, n=1)
  permutation = jax.permutation(key, x, *, axis!=0)
  choice = jax.choice(key, a, shape:size=None, replace=True, p=None)
`);

export const jaxModules: Readonly<Record<string, Names>> = {
  jax: {
    ...modules('jax', 'numpy nn lax random scipy'),
    ...functions(`
      custom_vjp custom_jvp = autograd.rule(fun:function, nondiff_argnums=None)
      custom_gradient = autograd.paired(fun:function)
      jit checkpoint remat named_call = optionalDecorator(value=None, **keywords)
      named_scope default_device disable_jit = autograd.mode(value=None)
      block_until_ready device_put device_get = identity(value)
    `),
    ...types('Array=tensor'),
    ...refused('grad value_and_grad jacfwd jacrev jacobian hessian vjp jvp linearize', AUTOMATIC),
    ...refused('vmap pmap', 'not supported: write the loop, or whole arrays'),
    ...refused('tree tree_util tree_map', 'not supported: name the arrays'),
    ...refused('config debug', 'not supported'),
  },
  'jax.numpy': jnp,
  'jax.numpy.linalg': numpyLinalg,
  'jax.nn': { ...nn, ...modules('jax.nn', 'initializers') },
  'jax.nn.initializers': refused(
    'normal uniform glorot_normal glorot_uniform he_normal he_uniform lecun_normal zeros ones',
    'not supported: use jax.random',
  ),
  'jax.lax': {
    ...lax,
    ...refused('conv conv_general_dilated reduce_window', 'not supported: write it with slices'),
    ...refused('dynamic_slice dynamic_update_slice', 'not supported: index with integers'),
    ...refused('psum pmean all_gather axis_index', 'not supported'),
  },
  'jax.random': random,
  'jax.scipy': modules('jax.scipy', 'special stats linalg'),
  'jax.scipy.special': {
    ...scipyModules['scipy.special'],
    ...refused('j0 j1 jv jn', 'not supported in jax: use scipy.special'),
  },
  'jax.scipy.linalg': scipyModules['scipy.linalg'],
  'jax.scipy.stats': scipyModules['scipy.stats'],
};
