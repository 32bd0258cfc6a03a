/** numpy.linalg. */
import type { Names } from '../../../syntax/tables';
import { functions, refused } from './notation';

export const numpyLinalg: Names = {
  ...functions(`
    norm = norm(x, ord=None, axis=None, keepdims=False)
    vector_norm = vectorNorm(x, *, axis=None, keepdims=False, ord=2)
    matrix_norm = matrixNorm(x, *, keepdims=False, ord='fro')
    solve = solve(a, b)
    inv = inverse(a)
    det = determinant(a)
    slogdet = signAndLogDeterminant(a)
    cholesky = cholesky(a)
    matrix_power = matrixPower(a, n)
    multi_dot = multiDot(arrays, *, out!)
    eigh = eigenPairs(a, UPLO='L')
    eigvalsh = eigenvaluesOf(a, UPLO='L')
    svd = singularValueDecomposition(a, full_matrices=True, compute_uv=True, hermitian!=False)
    svdvals = singularValues(x:a)
    qr = orthogonalTriangular(a, mode='reduced')
    pinv = pseudoInverse(a, rcond:cutoff=None, hermitian!=False)
    lstsq = leastSquares(a, b, rcond:cutoff=None)
    cond = condition(x, p:ord=None)
    matrix_rank = matrixRank(A:a, tol=None, hermitian!=False)
  `),
  ...refused(
    'eig eigvals',
    'not supported: eigenvalues may be complex; for a symmetric matrix write eigh',
  ),
  ...refused('tensorsolve tensorinv', 'not supported: write solve'),
  LinAlgError: { kind: 'type', type: 'exception' },
};
