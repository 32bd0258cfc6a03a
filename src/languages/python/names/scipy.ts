/** The parts of scipy that are compositions of elementary functions. */
import type { Names } from '../../../syntax/tables';
import { functions, modules, refused } from './notation';

const NEEDS_TABLES = 'not supported yet: it is no composition of elementary functions';

export const scipyModules: Readonly<Record<string, Names>> = {
  scipy: modules('scipy', 'special stats linalg'),
  'scipy.linalg': functions(`
    norm = norm(a:x, ord=None, axis=None, keepdims=False)
    solve = solve(a, b)
    inv = inverse(a)
    det = determinant(a)
  `),
  'scipy.special': {
    ...functions(`
      expit = sigmoid(x, out=None)
      logit = logit(x, out=None)
      log_expit = logSigmoid(x, out=None)
      logsumexp = logSumExp(a, axis=None, b:weights=None, keepdims=False, return_sign!=False)
      softmax = softmax(x:a, axis=None)
      log_softmax = logSoftmax(x:a, axis=None)
      xlogy = xLogY(x:a, y:b, out=None)
      entr = entropy(x, out=None)
      rel_entr = relativeEntropy(x:a, y:b, out=None)
      kl_div = klDivergence(x:a, y:b, out=None)
      expm1 = expm1(x, out=None)
      log1p = log1p(x, out=None)
      exp2 = exp2(x, out=None)
      cbrt = cbrt(x, out=None)
    `),
    ...refused('erf erfc erfinv gamma gammaln digamma polygamma beta betaln ndtr', NEEDS_TABLES),
  },
  'scipy.stats': modules('scipy.stats', 'norm'),
  'scipy.stats.norm': {
    ...functions(`
      pdf = normalDensity(x, loc=0.0, scale=1.0)
      logpdf = normalLogDensity(x, loc=0.0, scale=1.0)
    `),
    ...refused('cdf logcdf sf ppf', NEEDS_TABLES),
  },
};
