/**
 * What hand-written gradients use, counted over 604 Python pairs of a function and
 * its written derivative in public repositories: names with the number of pairs that
 * use them. Names that users would try next carry no count.
 */

/** A name by its full name, as the support table spells it, with how many pairs use it. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

const functions = `
  numpy.sum 151; numpy.exp 90; numpy.zeros 82; numpy.zeros_like 68; numpy.array 66;
  numpy.dot 53; numpy.log 50; numpy.arange 31; numpy.sqrt 30; numpy.tanh 26; numpy.cos 23;
  numpy.ones_like 23; numpy.max 23; numpy.maximum 23; numpy.square 20; numpy.sin 19;
  numpy.empty 19; numpy.mean 19; numpy.hstack 18; numpy.ones 17; numpy.where 16;
  numpy.concatenate 15; numpy.vstack 15; numpy.eye 15; numpy.multiply 14; numpy.newaxis 14;
  numpy.clip 14; numpy.random.rand 12; numpy.finfo 11; numpy.pad 11; numpy.diag 10;
  numpy.power 9; numpy.argmax 9; numpy.add.at 8; numpy.linalg.norm 8; numpy.prod 8;
  numpy.atleast_2d 8; numpy.inf 8; numpy.tile 7; numpy.abs 6; numpy.tan 6; numpy.cosh 6;
  numpy.asarray 6; numpy.int64 5; numpy.delete 4; numpy.repeat 4; numpy.reshape 4; numpy.copy 4;
  numpy.squeeze 4; numpy.nan 4; numpy.broadcast_arrays 4; numpy.random.seed 4; numpy.sign 4;
  numpy.sinh 4; numpy.pi 3; scipy._external.array_api_extra.at 3; numpy.uint8 3; numpy.dstack 3;
  scipy._lib._array_api.array_namespace 3; scipy._lib._array_api.xp_promote 3;
  scipy._lib._array_api.xp_capabilities 3; numpy.divide 3; numpy.absolute 3;
  numpy.diag_indices_from 3; numpy.greater 3; numpy.isnan 3; scipy.sparse.csc_array 3;
  numpy.cumsum 3; numpy.transpose 2; numpy.floor 2; numpy.tensordot 2;
  numpy.ascontiguousarray 2; numpy.expand_dims 2; math.floor 2; math.ceil 2
`;

const members = `
  shape 211; T 113; reshape 83; sum 51; dot 49; transpose 26; size 25; dtype 25; flatten 22;
  copy 20; mean 17; astype 17; ravel 14; max 9; var 9; ndim 6; swapaxes 5; repeat 3; argmax 3;
  diagonal 1; sort 1
`;

const builtins = `
  range 62; len 56; reversed 24; zip 21; isinstance 21; str 16; enumerate 15; list 10; int 6;
  tuple 5; set 4; float 2; abs 2; sum 2; slice 2; dict 2; max 1
`;

const alsoUsed = `
  numpy.lib.stride_tricks: as_strided
  numpy: einsum outer matmul roll flip sort argsort take put_along_axis nan_to_num logaddexp hypot
  numpy: arctan2 cumprod diff triu tril kron cross meshgrid linspace
  numpy.linalg: solve inv det slogdet cholesky eigh
  scipy.special: expit logit gammaln digamma erf logsumexp softmax xlogy
  scipy.stats: norm.pdf norm.cdf norm.logpdf
  math: exp log sqrt sin cos tan tanh sinh cosh pow fabs pi e
  torch: ones_like zeros_like sigmoid tanh where stack cat diag sum mean exp log sqrt clamp relu
  torch: softmax log_softmax logsumexp matmul mm bmm einsum norm maximum minimum erf
  torch.nn.functional: softplus relu gelu silu softmax log_softmax cross_entropy mse_loss linear pad
  array: t mul div clamp clone view expand unsqueeze masked_fill pow neg type data device detach
  jax.nn: relu sigmoid softplus silu gelu elu softmax log_softmax logsumexp one_hot
  jax.lax: exp log dot select stop_gradient
  jax: custom_vjp custom_jvp
  jax.numpy: sum exp zeros zeros_like array dot log arange sqrt tanh maximum square mean where
  tensorflow: exp square sqrt reduce_sum reduce_mean matmul transpose reshape where sigmoid tanh
  tensorflow: zeros_like cast custom_gradient
  tensorflow.math: log
`;

export const census = {
  functions: counted(functions, ''),
  members: counted(members, 'array.'),
  builtins: counted(builtins, 'builtins.'),
  /** Met without a count, or what users of the same libraries would try next. */
  alsoUsed: listed(alsoUsed),
};

function counted(text: string, prefix: string): Counted[] {
  return text.split(';').map((part) => {
    const [name, count] = part.trim().split(' ');
    return { name: prefix + name, count: Number(count) };
  });
}

function listed(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [owner, names] = line.trim().split(': ');
      return names.split(' ').map((name) => `${owner}.${name}`);
    });
}
