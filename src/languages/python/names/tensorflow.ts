/** tensorflow and the activations of keras. */
import type { Names, TableEntry } from '../../../syntax/tables';
import { functions, modules, numbers, refused, types } from './notation';

const AUTOMATIC = 'a framework is not run: the written gradient is what is checked';
const AXIS = 'axis|reduction_indices:axis=None, keepdims|keep_dims:keepdims=False, name=None';
const TWO = 'x:a, y:b, name=None';

/** In tf, in tf.math, and most in tf.nn too. */
const math: Names = {
  ...functions(
    `exp expm1 log log1p sqrt square reciprocal sin cos tan asin acos atan sinh cosh tanh asinh acosh
    atanh sigmoid abs sign floor ceil erf`
      .split(/\s+/)
      .map((name) => `${name} = ${name}(x, name=None)`)
      .join('\n'),
  ),
  ...functions(`
    negative = negate(x, name=None)
    rsqrt = inverseRoot(x, name=None)
    round rint = round(x, name=None)
    is_nan = isnan(x, name=None)
    is_inf = isinf(x, name=None)
    is_finite = isfinite(x, name=None)
    logical_not = not(x, name=None)
    log_sigmoid = logSigmoid(x, name=None)
    softplus = softplus(features:x, name=None, *, beta=1, threshold=None)
    add = add(${TWO})
    subtract = subtract(${TWO})
    multiply = multiply(${TWO})
    divide truediv = divide(${TWO})
    floordiv floor_div = floorDivide(${TWO})
    mod floormod = floorMod(${TWO})
    pow = power(${TWO})
    maximum = maximum(${TWO})
    minimum = minimum(${TWO})
    atan2 = atan2(y:a, x:b, name=None)
    squared_difference = squaredDifference(${TWO})
    divide_no_nan = divideOrZero(${TWO})
    multiply_no_nan = multiply(${TWO})
    xlogy = xLogY(${TWO})
    equal = equal(${TWO})
    not_equal = notEqual(${TWO})
    less = less(${TWO})
    less_equal = lessEqual(${TWO})
    greater = greater(${TWO})
    greater_equal = greaterEqual(${TWO})
    logical_and = and(${TWO})
    logical_or = or(${TWO})
    logical_xor = xor(${TWO})
    reduce_sum = sum(input_tensor|input:a, ${AXIS})
    reduce_mean = mean(input_tensor|input:a, ${AXIS})
    reduce_max = max(input_tensor|input:a, ${AXIS})
    reduce_min = min(input_tensor|input:a, ${AXIS})
    reduce_prod = prod(input_tensor|input:a, ${AXIS})
    reduce_any = any(input_tensor|input:a, ${AXIS})
    reduce_all = all(input_tensor|input:a, ${AXIS})
    reduce_logsumexp = logSumExp(input_tensor|input:a, ${AXIS}, *, weights=None)
    reduce_variance = variance(input_tensor:a, ${AXIS}, *, ddof=0)
    reduce_std = deviation(input_tensor:a, ${AXIS}, *, ddof=0)
    count_nonzero = countNonzero(input:a, ${AXIS}, dtype=None)
    argmax arg_max = argmax(input:a, axis=0, output_type=None, name=None)
    argmin arg_min = argmin(input:a, axis=0, output_type=None, name=None)
    cumsum = cumsum(x:a, axis=0, exclusive!=False, reverse!=False, name=None)
    cumprod = cumprod(x:a, axis=0, exclusive!=False, reverse!=False, name=None)
    l2_normalize = tensor.unitLength(x, axis=None, epsilon:eps=1e-12, name=None)
    add_n = addAll(inputs:arrays, name=None)
    top_k = torch.topk(input:a, k=1, sorted=True, name=None, *, axis=-1, largest=True)
  `),
};

const nn = functions(`
  relu = relu(features:x, name=None)
  relu6 = clip(features:a, name=None, *, low=0, high=6)
  leaky_relu = leakyRelu(features:x, alpha:slope=0.2, name=None)
  elu = elu(features:x, name=None, *, alpha=1.0)
  selu = selu(features:x, name=None)
  gelu = gelu(features:x, approximate=False, name=None)
  silu swish = silu(features:x, beta!=1.0)
  softplus = softplus(features:x, name=None, *, beta=1, threshold=None)
  softsign = softsign(features:x, name=None)
  sigmoid = sigmoid(x, name=None)
  tanh = tanh(x, name=None)
  softmax = softmax(logits:a, axis=-1, name=None)
  log_softmax = logSoftmax(logits:a, axis=-1, name=None)
  softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_v2 = loss.rows(labels:b, logits:a, axis=-1, name=None)
  sparse_softmax_cross_entropy_with_logits = loss.chosenRows(labels:b, logits:a, name=None)
  sigmoid_cross_entropy_with_logits = loss.binaryOfLogits(labels:b, logits:a, name=None, *, reduction='none')
  weighted_cross_entropy_with_logits = loss.binaryOfLogits(labels:b, logits:a, pos_weight:positive, name=None, *, reduction='none')
  l2_loss = loss.halfSquares(t:a, name=None)
  l2_normalize = tensor.unitLength(x, axis=None, epsilon:eps=1e-12, name=None)
  moments = tensor.moments(x:a, axes:axis, shift=None, keepdims=False, name=None)
  bias_add = add(value:a, bias:b, data_format!, name=None)
  embedding_lookup = take(params:a, ids:indices, *, axis=0)
`);

const arrays = functions(`
  constant = tensorflow.constant(value:object, dtype=None, shape=None, name=None)
  convert_to_tensor = asArray(value:a, dtype=None, dtype_hint=None, name=None)
  Variable = array(initial_value:object, trainable=True, dtype=None, name=None, *, ndmin=0, shape=None)
  identity = same(input:x, name=None)
  cast = asType(x:a, dtype, name=None)
  zeros = zeros(shape, dtype=None, name=None)
  ones = ones(shape, dtype=None, name=None)
  fill = full(dims:shape, value, name=None, *, dtype=None)
  zeros_like = zerosLike(input|tensor:a, dtype=None, name=None)
  ones_like = onesLike(input|tensor:a, dtype=None, name=None)
  eye = eye(num_rows:n, num_columns:m=None, dtype=None, *, k=0)
  range = arange(start, limit:stop=None, delta:step=None, dtype=None, name=None)
  linspace = linspace(start, stop, num, name=None, *, endpoint=True)
  one_hot = oneHot(indices:x, depth:classes, on_value!, off_value!, axis!, dtype=None, name=None)
  reshape = reshape(tensor:a, shape, name=None, *, order='C')
  transpose = transpose(a, perm:axes=None, conjugate=False, name=None)
  expand_dims = expandDims(input:a, axis|dim:axis, name=None)
  squeeze = squeeze(input:a, axis=None, name=None)
  concat = concatenate(values:arrays, axis, name=None)
  stack = stack(values:arrays, axis=0, name=None)
  unstack = tensor.unbind(value:a, num=None, axis=0, name=None)
  split = tensor.splitInto(value:a, num_or_size_splits:sizes, axis=0, num=None, name=None)
  tile = tile(input:a, multiples:reps, name=None)
  repeat = repeat(input:a, repeats, axis=None, name=None)
  reverse = flip(tensor:a, axis, name=None)
  roll = roll(input:a, shift, axis, name=None)
  pad = tensor.pad(tensor:a, paddings:width, mode='CONSTANT', constant_values:values=0, name=None)
  broadcast_to = broadcastTo(input:a, shape, name=None)
  gather = take(params:a, indices, validate_indices=None, axis=0, *, name=None)
  boolean_mask = tensor.maskedSelect(tensor:a, mask:condition)
  where = where(condition, x:a=None, y:b=None, name=None)
  clip_by_value = clip(t:a, clip_value_min:low, clip_value_max:high, name=None)
  shape = shapeOf(input:value, out_type=None, name=None)
  size = sizeOf(input:value, out_type=None, name=None, *, axis=None)
  rank = rankOf(input:value, name=None)
  matmul = tensor.matmul(a, b, transpose_a:turnA=False, transpose_b:turnB=False, *, name=None)
  tensordot = tensordot(a, b, axes, name=None)
  einsum = einsum(equation:subscripts, *operands)
  norm = norm(tensor:x, ord=None, axis=None, keepdims=False, name=None)
  sort = sort(values:a, axis=-1, direction!='ASCENDING', name=None)
  argsort = argsort(values:a, axis=-1, direction!='ASCENDING', stable=False, name=None)
  is_tensor = tensor.isTensor(x:value)
`);

const calls = functions(`
  stop_gradient = stopGradient(input:x, name=None)
  custom_gradient = autograd.paired(f:function)
  function autograph recompute_grad = optionalDecorator(func:value=None, **keywords)
  name_scope device control_dependencies init_scope = autograd.mode(value=None)
  print group = nothing(*values, **keywords)
`);

/** keras calls a layer by its method `call`. */
const layer: TableEntry = {
  kind: 'base',
  members: { __call__: { role: 'property', id: 'base.call', signature: 'self' } },
};

const linalg = functions(`
  matmul = tensor.matmul(a, b, transpose_a:turnA=False, transpose_b:turnB=False, *, name=None)
  norm = norm(tensor:x, ord=None, axis=None, keepdims=False, name=None)
  inv = inverse(input:a)
  det = determinant(input:a)
  solve = solve(matrix:a, rhs:b)
  cholesky = cholesky(input:a)
  trace = trace(x:a, *, offset=0, axis1=-2, axis2=-1)
  matrix_transpose = array.matrixTranspose(a:value)
  diag = diag(diagonal:v, *, k=0)
  diag_part = diagonal(input:a, *, offset=0, axis1=-2, axis2=-1)
  tensordot = tensordot(a, b, axes)
  einsum = einsum(equation:subscripts, *operands)
  l2_normalize = tensor.unitLength(x, axis=None, epsilon:eps=1e-12, name=None)
`);

const tensorflow: Names = {
  ...math,
  ...arrays,
  ...calls,
  ...modules('tensorflow', 'math nn linalg random keras'),
  ...types(`
    float32=float64 float64 float16 bfloat16=float16 int32=int64 int64 int8 int16 uint8 bool
    Tensor=tensor
  `),
  newaxis: { kind: 'none' },
  ...numbers({ inf: Number.POSITIVE_INFINITY }),
  Module: { kind: 'base', members: {} },
  ...refused('GradientTape gradients hessians', AUTOMATIC),
  ...refused('RegisterGradient compat raw_ops contrib', AUTOMATIC),
  ...refused('scan map_fn while_loop cond vectorized_map', 'not supported: write the loop'),
  ...refused(
    'gather_nd scatter_nd tensor_scatter_nd_update tensor_scatter_nd_add',
    'not supported',
  ),
  ...refused('data io train saved_model estimator distribute', 'not supported'),
};

export const tensorflowModules: Readonly<Record<string, Names>> = {
  tensorflow,
  'tensorflow.math': {
    ...math,
    ...refused('lgamma digamma polygamma', 'not supported in tensorflow: use scipy.special'),
  },
  'tensorflow.nn': {
    ...nn,
    ...refused('conv1d conv2d max_pool2d avg_pool2d batch_normalization dropout', 'not supported'),
  },
  'tensorflow.linalg': linalg,
  'tensorflow.random': functions(`
    normal = random.normal(shape:size, mean:loc=0.0, stddev:scale=1.0, dtype=None, seed=None, name=None)
    uniform = random.uniform(shape:size, minval:low=0.0, maxval:high=1.0, dtype=None, seed=None, name=None)
    set_seed = random.seed(seed)
  `),
  'tensorflow.keras': modules('tensorflow.keras', 'activations layers backend'),
  'tensorflow.keras.layers': {
    Layer: layer,
    ...refused('Dense Conv2D Dropout LSTM GRU BatchNormalization', 'layers are not supported'),
  },
  'tensorflow.keras.activations': functions(`
    relu = relu(x)
    sigmoid = sigmoid(x)
    tanh = tanh(x)
    softmax = softmax(x:a, axis=-1)
    elu = elu(x, alpha=1.0)
    selu = selu(x)
    gelu = gelu(x, approximate=False)
    swish silu = silu(x)
    softplus = softplus(x, *, beta=1, threshold=None)
    softsign = softsign(x)
    exponential = exp(x)
    linear = identity(x:value)
  `),
  'tensorflow.keras.backend': functions(`
    sum = sum(x:a, axis=None, keepdims=False)
    mean = mean(x:a, axis=None, keepdims=False)
    max = max(x:a, axis=None, keepdims=False)
    min = min(x:a, axis=None, keepdims=False)
    exp = exp(x)
    log = log(x)
    square = square(x)
    sqrt = sqrt(x)
    abs = abs(x)
    sign = sign(x)
    pow = power(x:a, a:b)
    maximum = maximum(x:a, y:b)
    minimum = minimum(x:a, y:b)
    clip = clip(x:a, min_value:low, max_value:high)
    dot = dot(x:a, y:b)
    sigmoid = sigmoid(x)
    tanh = tanh(x)
    softmax = softmax(x:a, axis=-1)
    reshape = reshape(x:a, shape, *, order='C')
    flatten = ravel(x:a, *, order='C')
    cast = asType(x:a, dtype)
    stop_gradient = stopGradient(x)
  `),
};
