/** scipy's special functions and linear algebra, and its private names that its own files use. */
import type { Names } from '../../../syntax/tables';
import { distributions } from './distributions';
import { functions, modules, refused } from './notation';
import { numpyLinalg } from './numpy-linalg';

const PRIVATE = 'a name of scipy for its own use is not supported: write it with numpy';

const special: Names = {
  ...functions(`
    expit = sigmoid(x, out=None)
    logit = logit(x, out=None)
    log_expit = logSigmoid(x, out=None)
    logsumexp = logSumExp(a, axis=None, b:weights=None, keepdims=False, return_sign!=False)
    softmax = softmax(x:a, axis=None)
    log_softmax = logSoftmax(x:a, axis=None)
    xlogy = xLogY(x:a, y:b, out=None)
    xlog1py = xLog1pY(x:a, y:b, out=None)
    entr = entropy(x, out=None)
    rel_entr = relativeEntropy(x:a, y:b, out=None)
    kl_div = klDivergence(x:a, y:b, out=None)
    huber = huber(delta:a, r:b, out=None)
    pseudo_huber = pseudoHuber(delta:a, r:b, out=None)
    boxcox = boxCox(x, lmbda:power, out=None)
    inv_boxcox = inverseBoxCox(y, lmbda:power, out=None)
    expm1 = expm1(x, out=None)
    log1p = log1p(x, out=None)
    exp2 = exp2(x, out=None)
    exprel = relativeExp(x, out=None)
    cosm1 = cosMinusOne(x, out=None)
    sinc = sinc(x)
    cbrt = cbrt(x, out=None)
    erf = erf(x, out=None)
    erfc = erfc(x, out=None)
    erfcx = erfcx(x, out=None)
    erfinv = erfinv(x, out=None)
    erfcinv = erfcinv(x, out=None)
    ndtr = ndtr(x, out=None)
    log_ndtr = logNdtr(x, out=None)
    ndtri = ndtri(x, out=None)
    gamma = gamma(x, out=None)
    gammaln loggamma = gammaln(x, out=None)
    gammasgn = gammaSign(x, out=None)
    rgamma = inverseGamma(x, out=None)
    multigammaln = multivariateGammaLog(a, d)
    digamma psi = digamma(x, out=None)
    polygamma = polygamma(n, x)
    beta = beta(a, b, out=None)
    betaln = betaLog(a, b, out=None)
    binom = binomial(n, k, out=None)
    comb = binomial(N:n, k, exact!=False, repetition!=False)
    factorial = factorial(n, exact!=False)
    poch = pochhammer(a, n, out=None)
    i0 = besselI0(x, out=None)
    i1 = besselI1(x, out=None)
    iv = besselI(v, x, out=None)
    j0 = besselJ0(x, out=None)
    j1 = besselJ1(x, out=None)
    jv jn = besselJ(v, z:x, out=None)
    i0e = scaledBesselI0(x, out=None)
    i1e = scaledBesselI1(x, out=None)
  `),
  ...refused(
    'gammainc gammaincc gammaincinv betainc betaincinv chdtr fdtr stdtr bdtr pdtr',
    'not supported: its derivative in the parameters is not elementary',
  ),
  ...refused(
    'y0 y1 yv k0 k1 kv kn airy zeta expi exp1 expn spence lambertw ellipk ellipe hyp2f1 sici',
    'this special function is not supported',
  ),
};

export const scipyModules: Readonly<Record<string, Names>> = {
  scipy: {
    ...modules('scipy', 'special stats linalg sparse _lib _external'),
    ...refused(
      'optimize integrate interpolate signal ndimage',
      'this part of scipy is not supported',
    ),
  },
  'scipy.special': special,
  'scipy.linalg': {
    LinAlgError: numpyLinalg.LinAlgError,
    eig: numpyLinalg.eig,
    eigvals: numpyLinalg.eigvals,
    ...functions(`
      norm = norm(a:x, ord=None, axis=None, keepdims=False, check_finite=True)
      solve = solve(a, b, lower!=False, overwrite_a=False, overwrite_b=False, check_finite=True, assume_a='gen')
      inv = inverse(a, overwrite_a=False, check_finite=True)
      det = determinant(a, overwrite_a=False, check_finite=True)
      pinv = pseudoInverse(a, atol!, rtol:cutoff=None, return_rank!=False, check_finite=True)
      cholesky = choleskyFactor(a, lower=False, overwrite_a=False, check_finite=True)
      cho_factor = choleskyPair(a, lower=False, overwrite_a=False, check_finite=True)
      cho_solve = choleskySolve(c_and_lower:pair, b, overwrite_b=False, check_finite=True)
      solve_triangular = solveTriangular(a, b, trans=0, lower=False, unit_diagonal=False, overwrite_b=False, check_finite=True)
      eigh = eigenPairs(a, b!, lower=True, eigvals_only=False, overwrite_a=False, overwrite_b=False, check_finite=True)
      eigvalsh = eigenvaluesOf(a, b!, lower=True, overwrite_a=False, overwrite_b=False, check_finite=True)
      svd = singularValueDecomposition(a, full_matrices=True, compute_uv=True, overwrite_a=False, check_finite=True)
      svdvals = singularValues(a, overwrite_a=False, check_finite=True)
      qr = orthogonalTriangular(a, overwrite_a=False, lwork!, mode='full', pivoting!=False, check_finite=True)
      lstsq = scipyLeastSquares(a, b, cond:cutoff=None, overwrite_a=False, overwrite_b=False, check_finite=True, lapack_driver!)
      expm = matrixExponential(A:a)
      block_diag = blockDiagonal(*arrays)
      toeplitz = toeplitz(c, r=None)
      khatri_rao = khatriRao(a, b)
      tril = tril(m, k=0)
      triu = triu(m, k=0)
      kron = kron(a, b)
    `),
    ...refused(
      'lu lu_factor lu_solve schur logm sqrtm funm null_space orth hessenberg ldl qz solve_sylvester',
      'this factorisation is not supported',
    ),
  },
  'scipy.stats': distributions,
  'scipy.sparse': refused(
    'csc_array csr_array csc_matrix csr_matrix coo_matrix coo_array diags eye identity issparse',
    'sparse matrices are not supported: use an array',
  ),
  'scipy._lib': modules('scipy._lib', '_array_api'),
  'scipy._lib._array_api': refused(
    'array_namespace xp_promote xp_capabilities xp_size xp_result_type is_numpy np_compat',
    PRIVATE,
  ),
  'scipy._external': modules('scipy._external', 'array_api_extra'),
  'scipy._external.array_api_extra': refused('at apply_where lazy_apply', PRIVATE),
};
