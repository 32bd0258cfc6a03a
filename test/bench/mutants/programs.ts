/** For each differentiable op a Python function that uses it, to be checked while the op's rule is wrong. */
import type { OpName } from '../../../src/engine/op';

const one = (expression: string) => `# @gradcheck x=[0.3, 0.7, 0.4]
def f(x):
    return np.sum([2.0, -1.0, 3.0] * ${expression})
`;
const two = (expression: string) => `# @gradcheck a=[0.3, 1.7, 2.4], b=[1.2, 0.6, 0.9]
def f(a, b):
    return np.sum([2.0, -1.0, 3.0] * ${expression})
`;
const matrix = (
  expression: string,
) => `# @gradcheck A=[[2.0, 0.3, 0.1], [0.4, 3.1, 0.6], [0.2, 0.5, 4.7]]
def f(A):
    return np.sum(np.sin(np.arange(27.0)[:np.size(${expression})]) * np.ravel(${expression}))
`;

export const programs: Readonly<Partial<Record<OpName, string>>> = {
  exp: one('np.exp(x)'),
  expm1: one('np.expm1(x)'),
  log: one('np.log(x)'),
  log1p: one('np.log1p(x)'),
  log2: one('np.log2(x)'),
  log10: one('np.log10(x)'),
  sqrt: one('np.sqrt(x)'),
  cbrt: one('np.cbrt(x)'),
  sigmoid: one('special.expit(x)'),
  sin: one('np.sin(x)'),
  cos: one('np.cos(x)'),
  tan: one('np.tan(x)'),
  asin: one('np.arcsin(x)'),
  acos: one('np.arccos(x)'),
  atan: one('np.arctan(x)'),
  sinh: one('np.sinh(x)'),
  cosh: one('np.cosh(x)'),
  tanh: one('np.tanh(x)'),
  asinh: one('np.arcsinh(x)'),
  acosh: one('np.arccosh(x + 1.5)'),
  atanh: one('np.arctanh(x)'),
  erf: one('special.erf(x)'),
  erfc: one('special.erfc(x)'),
  erfcx: one('special.erfcx(x)'),
  erfinv: one('special.erfinv(x)'),
  erfcinv: one('special.erfcinv(x)'),
  logNdtr: one('special.log_ndtr(x)'),
  gammaln: one('special.gammaln(x)'),
  gamma: one('special.gamma(x)'),
  polygamma: one('special.digamma(x)'),
  besselI: one('special.i0(x)'),
  abs: one('np.abs(x - 0.5)'),
  cast: one('x.astype(float)'),
  negate: one('(-x)'),
  add: two('(a + b)'),
  subtract: two('(a - b)'),
  multiply: two('(a * b)'),
  divide: two('(a / b)'),
  power: two('a ** b'),
  floorMod: two('(a % b)'),
  remainder: two('np.fmod(a, b)'),
  maximum: two('np.maximum(a, b)'),
  minimum: two('np.minimum(a, b)'),
  atan2: two('np.arctan2(a, b)'),
  hypot: two('np.hypot(a, b)'),
  logaddexp: two('np.logaddexp(a, b)'),
  // One on each way, since two wrong signs are none.
  sum: `# @gradcheck A=[[2.0, 0.3], [0.4, 3.1], [0.2, 0.5]]
def f(A):
    rows = np.sum(A, axis=1)
    return np.sin(rows[0]) + 2 * np.sin(rows[1])
`,
  max: matrix('np.max(A, axis=1)'),
  min: matrix('np.min(A, axis=0)'),
  prod: matrix('np.prod(A, axis=1)'),
  cumsum: matrix('np.cumsum(A, axis=1)'),
  where: two('np.where(a > b, a, 2 * b)'),
  reshape: matrix('A.reshape(9)'),
  transpose: matrix('A.T'),
  broadcast: matrix('np.broadcast_to(A, (3, 3, 3))'),
  concatenate: two('np.concatenate([a[:1], b[1:]])'),
  gather: two('(a[::-1] + b[[2, 0, 0]])'),
  copy: one('x.copy()'),
  write: `# @gradcheck a=[0.3, 1.7, 2.4], b=[1.2, 0.6, 0.9]
def f(a, b):
    c = a * 1.5
    c[0] = a[2] * b[1]
    return np.sum([2.0, -1.0, 3.0] * c)
`,
  matmul: `# @gradcheck A=[[2.0, 0.3, 0.1], [0.4, 3.1, 0.6]], B=[[1.2, 0.6], [0.9, 0.5], [0.7, 0.2]]
def f(A, B):
    return np.sum([[2.0, -1.0], [3.0, 0.5]] * (A @ B))
`,
  eigenvalues: matrix('np.linalg.eigvalsh(A @ A.T)'),
  eigenvectors: matrix('np.abs(np.linalg.eigh(A @ A.T)[1])'),
  pseudoInverse: matrix('np.linalg.pinv(A)'),
};

/** Those that only rules use (`chain`, `scatterAdd`), or that have no rule to be wrong. */
export const unreached: readonly OpName[] = ['input', 'chain', 'scatterAdd'];

export const textOf = (body: string) => `import numpy as np\nfrom scipy import special\n\n${body}`;
