/** What is known by name and refused: each with the sentence that the user reads. */
import { strict as assert } from 'node:assert';
import type { LanguageFrontEnd } from '../../src/languages';
import { Stop } from '../../src/trace/limits';
import { inputs } from './library-rows';
import { python, run } from './python';

/** An expression of numpy and scipy, and a part of its sentence. */
const rows: readonly [code: string, sentence: string][] = [
  ['np.linalg.eig(x)', 'numpy.linalg.eig: not supported: eigenvalues may be complex'],
  ['np.linalg.eigvals(x)', 'for a symmetric matrix write eigh'],
  ['np.linalg.tensorsolve(x, y)', 'not supported: write solve'],
  ['np.roots(y)', 'numpy.roots: not supported: use coefficients with np.polyval'],
  ['np.poly1d(y)', 'use coefficients with np.polyval'],
  ['np.matrix(x)', 'not supported: use an array and @'],
  ['np.fft.fft(y)', 'Fourier transforms give complex numbers'],
  ['np.unwrap(y)', 'numpy.unwrap: not supported'],
  ['np.load("a.npy")', 'files are not read'],
  ['np.save("a.npy", x)', 'files are not written'],
  ['np.complex128(1)', 'complex numbers are not supported'],
  ['np.mgrid[0:1:5j]', 'imaginary'],
  ['np.datetime64("2020")', 'arrays of other things than numbers are not supported'],
  ['np.exp(x, where=x > 0)', 'where= of numpy.exp() is not supported without out='],
  ['np.gradient(y, y, edge_order=2)', 'edge_order=2 of numpy.gradient() with coordinates'],
  ['np.polyfit(y, y, 1, full=True)', 'full= of numpy.polyfit() is not supported'],
  ['np.interp(x, y, y, period=1)', 'period= of numpy.interp() is not supported'],
  ['np.quantile(x, 0.5, method="hazen")', "with method='hazen' is not supported"],
  ['np.linalg.qr(np.stack([x, x]))', 'is supported for single matrices only'],
  ['np.linalg.svd(np.stack([x, x]))', 'with vectors is supported for single matrices only'],
  ['scipy.special.gammainc(1, x)', 'its derivative in the parameters is not elementary'],
  ['scipy.special.betainc(1, 2, 0.5)', 'its derivative in the parameters is not elementary'],
  ['scipy.special.jv(0, x)', 'this special function is not supported'],
  ['scipy.special.zeta(2)', 'this special function is not supported'],
  ['scipy.special.i0e(900.0)', 'is supported up to 700 only'],
  ['scipy.special.iv(-1, x)', 'for whole orders from 0 only'],
  ['scipy.linalg.lu(x)', 'this factorisation is not supported'],
  ['scipy.linalg.sqrtm(x)', 'this factorisation is not supported'],
  ['scipy.sparse.csc_array(x)', 'sparse matrices are not supported: use an array'],
  ['scipy.stats.gamma.cdf(x, 2.0)', 'scipy.stats.gamma.cdf: not supported: it is not elementary'],
  ['np.unique(x, axis=0)', 'axis= of numpy.unique() is not supported'],
  ['scipy.stats.norm.rvs(3)', 'this method of a distribution is not supported'],
  ['scipy.stats.gaussian_kde(x)', 'this distribution is not supported'],
  ['scipy.optimize.minimize(x)', 'this part of scipy is not supported'],
];

describe('refusals', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  for (const [code, sentence] of rows) {
    it(code, () => {
      const message = stopped(language, code);
      assert.ok(message.includes(sentence), message);
    });
  }
});

/** How the run of an expression ends that must not give a value. */
function stopped(language: LanguageFrontEnd, code: string): string {
  const head = 'import numpy as np\nimport scipy\nimport scipy.stats\n';
  const text = `${head}x = np.array(${JSON.stringify(inputs.x)})\ny = np.array([1.0, 2.0, 4.0])\nr = ${code}\n`;
  try {
    const { value } = run(language, text, null);
    const found = value('r');
    return found.kind === 'unknown' ? found.reason : `it gave ${found.kind}`;
  } catch (stop) {
    if (stop instanceof Stop) return stop.message;
    throw stop;
  }
}
