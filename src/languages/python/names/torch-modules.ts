/** The modules of torch: nn, autograd, linalg and their like. */
import type { Names, TableEntry } from '../../../syntax/tables';
import { functions, modules, refused } from './notation';
import { torch } from './torch';
import { torchFunctional } from './torch-functional';

const DIM = 'dim|axis:axis';
const KEEP = 'keepdim|keepdims:keepdims=False';
const AUTOMATIC = 'a framework is not run: the written gradient is what is checked';

/** nn.Module: what is called is `forward`; its constructor does nothing here. */
const module: TableEntry = {
  kind: 'base',
  members: { __call__: { role: 'property', id: 'base.forward', signature: 'self' } },
};

/** A function with a context: `apply` runs its forward. */
const contextFunction: TableEntry = {
  kind: 'base',
  members: {
    apply: { role: 'class', id: 'autograd.apply', signature: 'type, *arguments, **keywords' },
  },
};

const linalg = functions(`
  norm = norm(A|input:x, ord=None, ${DIM}=None, ${KEEP}, dtype!)
  vector_norm = torch.norm(x, ord:p=2, ${DIM}=None, ${KEEP})
  matrix_norm = norm(A:x, ord='fro', ${DIM}=None, ${KEEP})
  solve = solve(A:a, B:b)
  inv = inverse(A:a)
  det = determinant(A:a)
  slogdet = signAndLogDeterminant(A:a)
  cholesky = cholesky(A|input:a)
  matrix_power = matrixPower(A:a, n)
  cross = cross(input:a, other:b, ${DIM}=-1)
  diagonal = diagonal(A:a, offset=0, dim1:axis1=-2, dim2:axis2=-1)
`);

const special = functions(`
  expit = sigmoid(input:x)
  logit = logit(input:x, eps!)
  expm1 = expm1(input:x)
  log1p = log1p(input:x)
  exp2 = exp2(input:x)
  erf = erf(input:x)
  xlogy = xLogY(input:a, other:b)
  entr = entropy(input:x)
  logsumexp = logSumExp(input:a, ${DIM}, ${KEEP}, *, weights=None)
  softmax = torch.softmax(input:a, ${DIM}, dtype=None)
  log_softmax = torch.logSoftmax(input:a, ${DIM}, dtype=None)
`);

const layers = `Linear Conv1d Conv2d Conv3d ConvTranspose2d BatchNorm1d BatchNorm2d LayerNorm GroupNorm
  Dropout Embedding RNN LSTM GRU LSTMCell GRUCell Sequential ModuleList ModuleDict ParameterList
  ParameterDict ReLU LeakyReLU ELU GELU SiLU Sigmoid Tanh Softmax LogSoftmax Softplus Identity Flatten
  MaxPool2d AvgPool2d CrossEntropyLoss NLLLoss MSELoss L1Loss SmoothL1Loss HuberLoss BCELoss
  BCEWithLogitsLoss KLDivLoss MultiheadAttention Transformer Unfold Fold utils parallel`;

export const torchModules: Readonly<Record<string, Names>> = {
  torch,
  'torch.nn': {
    Module: module,
    ...functions('Parameter = asArray(data:a, requires_grad=True, *, dtype=None)'),
    ...modules('torch.nn', 'functional init'),
    ...refused(
      layers,
      'layers that hold parameters are not supported: write it with torch functions',
    ),
  },
  'torch.nn.functional': torchFunctional,
  'torch.nn.init': {
    ...functions(`
      zeros_ = inPlace.set(tensor:a, *, value=0)
      ones_ = inPlace.set(tensor:a, *, value=1)
      constant_ = inPlace.set(tensor:a, val:value)
      normal_ = inPlace.normal(tensor:a, mean:loc=0.0, std:scale=1.0)
      uniform_ = inPlace.uniform(tensor:a, a:low=0.0, b:high=1.0)
    `),
    ...refused(
      'xavier_uniform_ xavier_normal_ kaiming_uniform_ kaiming_normal_ orthogonal_ eye_',
      'not supported: use normal_ or uniform_',
    ),
  },
  'torch.autograd': {
    Function: contextFunction,
    ...modules('torch.autograd', 'function functional'),
    ...functions(`
      set_grad_enabled set_detect_anomaly detect_anomaly = autograd.mode(value=None, **keywords)
      Variable = asArray(data:a, requires_grad=False, *, dtype=None)
    `),
    ...refused('grad backward gradcheck gradgradcheck', AUTOMATIC),
  },
  'torch.autograd.function': {
    Function: contextFunction,
    ...functions(`
      FunctionCtx = autograd.context()
      once_differentiable = identity(value)
    `),
  },
  'torch.autograd.functional': refused('jacobian hessian vjp jvp hvp', AUTOMATIC),
  'torch.linalg': { ...linalg, ...refused('svd eig eigh qr lstsq pinv', 'not supported in torch') },
  'torch.special': special,
  'torch.jit': {
    ...functions('script script_method ignore export = optionalDecorator(value=None, **keywords)'),
    ...refused('trace', AUTOMATIC),
  },
  'torch.cuda': {
    ...functions(`
      is_available = array.no()
      manual_seed manual_seed_all = nothing(seed)
      empty_cache synchronize = nothing()
    `),
    ...modules('torch.cuda', 'amp'),
  },
  'torch.cuda.amp': functions(`
    custom_fwd custom_bwd = optionalDecorator(value=None, **keywords)
    autocast = autograd.mode(value=None, **keywords)
  `),
  'torch.random': functions('manual_seed = random.seed(seed=None)'),
};
