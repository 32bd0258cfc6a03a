/** torch.nn.functional: activations and losses. */
import type { Names } from '../../../syntax/tables';
import { functions, refused } from './notation';

const DIM = 'dim|axis:axis';
const LOSS = "size_average!, reduce!, reduction='mean'";

const activations = functions(`
  relu = relu(input:x, inplace!=False)
  relu6 = clip(input:a, inplace!=False, *, low=0, high=6)
  hardtanh = clip(input:a, min_val:low=-1.0, max_val:high=1.0, inplace!=False)
  leaky_relu = leakyRelu(input:x, negative_slope:slope=0.01, inplace!=False)
  prelu = leakyRelu(input:x, weight:slope)
  elu = elu(input:x, alpha=1.0, inplace!=False)
  celu = celu(input:x, alpha=1.0, inplace!=False)
  selu = selu(input:x, inplace!=False)
  gelu = gelu(input:x, approximate='none')
  silu = silu(input:x, inplace!=False)
  mish = mish(input:x, inplace!=False)
  softplus = softplus(input:x, beta=1.0, threshold=20.0)
  softsign = softsign(input:x)
  sigmoid = sigmoid(input:x)
  tanh = tanh(input:x)
  logsigmoid = logSigmoid(input:x)
  hardsigmoid = hardSigmoid(input:x, inplace!=False)
  hardswish = hardSwish(input:x, inplace!=False)
  tanhshrink = tanhShrink(input:x)
  softshrink = softShrink(input:x, lambd:width=0.5)
  hardshrink = hardShrink(input:x, lambd:width=0.5)
  threshold = threshold(input:x, threshold, value, inplace!=False)
  glu = gatedLinear(input:x, ${DIM}=-1)
  softmax = torch.softmax(input:a, ${DIM}=None, _stacklevel=3, dtype=None)
  log_softmax = torch.logSoftmax(input:a, ${DIM}=None, _stacklevel=3, dtype=None)
  softmin = softmin(input:a, ${DIM})
  dropout = torch.dropout(input:x, p=0.5, training=True, inplace!=False)
`);

const losses = functions(`
  mse_loss = loss.square(input:a, target:b, ${LOSS})
  l1_loss = loss.absolute(input:a, target:b, ${LOSS})
  smooth_l1_loss = loss.smooth(input:a, target:b, ${LOSS}, beta:width=1.0)
  huber_loss = loss.huber(input:a, target:b, reduction='mean', delta:width=1.0)
  binary_cross_entropy = loss.binary(input:a, target:b, weight=None, ${LOSS})
  binary_cross_entropy_with_logits = loss.binaryOfLogits(input:a, target:b, weight=None, ${LOSS}, pos_weight:positive=None)
  nll_loss = loss.chosen(input:a, target:b, weight=None, size_average!, ignore_index:ignore=-100, reduce!, reduction='mean')
  cross_entropy = loss.crossEntropy(input:a, target:b, weight=None, size_average!, ignore_index:ignore=-100, reduce!, reduction='mean', label_smoothing:smoothing=0.0)
  kl_div = loss.divergence(input:a, target:b, ${LOSS}, log_target:logTarget=False)
`);

const others = functions(`
  linear = torch.linear(input:x, weight, bias=None)
  embedding = take(input:indices, weight:a, *, axis=0)
  one_hot = oneHot(tensor:x, num_classes:classes=-1, *, dtype='int64')
  normalize = torch.normalize(input:x, p=2.0, ${DIM}=1, eps=1e-12, *, keepdims=True)
  layer_norm = torch.layerNorm(input:x, normalized_shape:shape, weight=None, bias=None, eps=1e-05)
  cosine_similarity = torch.cosineSimilarity(x1:a, x2:b, ${DIM}=1, eps=1e-08)
  pairwise_distance = torch.distance(x1:a, x2:b, p=2.0, eps:shift=1e-06, keepdim:keepdims=False, *, axis=-1)
  pad = torch.pad(input:a, pad:width, mode='constant', value:values=None)
`);

export const torchFunctional: Names = {
  ...activations,
  ...losses,
  ...others,
  ...refused(
    'conv1d conv2d conv3d conv_transpose1d conv_transpose2d unfold fold',
    'not supported: write the convolution in loops or slices',
  ),
  ...refused(
    'max_pool1d max_pool2d avg_pool1d avg_pool2d adaptive_avg_pool2d interpolate',
    'not supported: write the pooling in loops or slices',
  ),
  ...refused(
    'batch_norm instance_norm group_norm scaled_dot_product_attention rms_norm',
    'not supported: write it with mean, var and softmax',
  ),
  ...refused('gumbel_softmax ctc_loss triplet_margin_loss margin_ranking_loss', 'not supported'),
};
