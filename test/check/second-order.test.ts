/** Second derivatives and whole Jacobians: their names in sentences, symmetry, layouts. */
import assert from 'node:assert/strict';
import type { Verdict } from '../../src/check/report';
import { check, named } from './support';

interface Row {
  readonly title: string;
  /** Behind `import numpy as np`. */
  readonly text: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly says?: RegExp;
  readonly notes?: RegExp;
}

const quad = 'def quad(x):\n    return 0.5 * x[0]**2 + x[0] * x[1]**3\n\n\n';
const heat =
  'def heat(u):\n    f = np.zeros_like(u)\n    f[1:-1] = u[:-2] - 2*u[1:-1] + u[2:] + u[1:-1]**2\n    f[0] = u[0]\n    f[-1] = u[-1]\n    return f\n\n\n';

const both = (slope: string) =>
  'from scipy.optimize import root\n\n\ndef both(x):\n' +
  '    value = np.array([x[0]**2 + x[1] - 3, x[0] - x[1]**3])\n' +
  `    return value, np.array([[2*x[0], 1], [1, ${slope}]])\n\n\n`;

const many =
  'class Circles:\n    def fun(self, x):\n        return np.array([2*(x[0]**2 + x[1]**2 - 1) - x[0], 4*(x[0]**3 + x[1]**2 - 4)])\n\n';

const points = (slope: string, inParameter: string) =>
  'from scipy.integrate import solve_bvp\n\n\ndef wave(x, y, p):\n    f = np.zeros_like(y)\n    f[0] = y[1]\n    f[1] = -p[0]**2 * y[0]\n    return f\n\n\n' +
  'def wave_jac(x, y, p):\n    n, m = y.shape\n    dy = np.zeros((n, n, m))\n    dy[0, 1] = 1\n' +
  `    dy[1, 0] = ${slope}\n    dp = np.zeros((n, 1, m))\n    dp[1, 0] = ${inParameter}\n    return dy, dp\n`;

const line = (slope: string) =>
  'def search(f, fprime, x, p):\n    def phi(s):\n        return f(x + s * p)\n\n' +
  `    def derphi(s):\n        return np.dot(${slope}, p)\n\n    return phi, derphi, fprime(x)\n`;

const rows: readonly Row[] = [
  {
    title: 'a Hessian',
    text: `${quad}def quad_hess(x):\n    return np.array([[1.0, 3*x[1]**2], [3*x[1]**2, 6*x[0]*x[1]]])\n`,
    name: 'quad_hess',
    verdict: 'pass',
  },
  {
    title: 'a Hessian that is not symmetric',
    text: `${quad}def quad_hess(x):\n    return np.array([[1.0, 3*x[1]**2], [2*x[1]**2, 6*x[0]*x[1]]])\n`,
    name: 'quad_hess',
    verdict: 'mismatch',
    says: /∂²quad\/∂x\[1\]∂x\[0\] is .*not symmetric, as a Hessian is: \[0, 1\] is 0\.9\d+, \[1, 0\] is 0\.6/,
  },
  {
    title: 'a symmetric Hessian that is wrong',
    text: `${quad}def quad_hess(x):\n    return np.array([[1.0, 3*x[1]**2], [3*x[1]**2, 5*x[0]*x[1]]])\n`,
    name: 'quad_hess',
    verdict: 'mismatch',
    says: /^∂²quad\/∂x\[1\]² is (?!.*symmetric)/,
  },
  {
    title: 'a product of Hessian and vector',
    text: `${quad}def quad_hvp(x, v):\n    return np.array([v[0] + 3*x[1]**2*v[1], 3*x[1]**2*v[0] + 6*x[0]*x[1]*v[1]])\n`,
    name: 'quad_hvp',
    verdict: 'pass',
  },
  {
    title: 'a product with a Hessian that is not symmetric',
    text: `${quad}def quad_hvp(x, v):\n    return np.array([v[0] + 3*x[1]**2*v[1], 2*x[1]**2*v[0] + 6*x[0]*x[1]*v[1]])\n`,
    name: 'quad_hvp',
    verdict: 'mismatch',
    says: /∂\(∇quad·v\)\/∂x\[1.*\] is .*not symmetric, as a Hessian is: u'Hv is .*, v'Hu is/,
  },
  {
    title: 'a Hessian and its product, linked by one call',
    text: `from scipy.optimize import minimize\n\n\n${quad}def curvature(x):\n    return np.array([[1.0, 3*x[1]**2], [3*x[1]**2, 6*x[0]*x[1]]])\n\n\ndef along(x, p):\n    return curvature(x) @ p\n\n\nminimize(quad, [1.0, 2.0], hess=curvature, hessp=along)\n`,
    name: 'along',
    verdict: 'pass',
  },
  {
    title: 'a second derivative of several numbers',
    text: 'def well(x, y):\n    return x**2 * y + np.sin(x * y)\n\n\ndef well_hess(x, y):\n    c, s = np.cos(x*y), np.sin(x*y)\n    return np.array([[2*y - y*y*s, 2*x + c - x*y*s], [2*x + c - x*y*s, x*x*s]])\n',
    name: 'well_hess',
    verdict: 'mismatch',
    says: /^∂²well\/∂y² is/,
  },
  {
    title: 'grad2 of a method, entry by entry',
    text: 'class Softplus:\n    def fn(self, x):\n        return np.log(1 + np.exp(x))\n\n    def grad(self, x):\n        return 1 / (1 + np.exp(-x))\n\n    def grad2(self, x):\n        s = 1 / (1 + np.exp(-x))\n        return s * (1 + s)\n',
    name: 'Softplus.grad2',
    verdict: 'mismatch',
    says: /^∂²fn\/∂x\[.*\]² is/,
  },
  {
    title: 'the Jacobian of residuals',
    text: 'from scipy.optimize import least_squares\n\nt = np.linspace(0, 1, 7)\n\n\ndef residuals(p):\n    return p[0] * np.exp(-p[1] * t) - 1.0\n\n\ndef slopes(p):\n    J = np.empty((7, 2))\n    J[:, 0] = np.exp(-p[1] * t)\n    J[:, 1] = p[0] * t * np.exp(-p[1] * t)\n    return J\n\n\nleast_squares(residuals, [1.0, 2.0], jac=slopes)\n',
    name: 'slopes',
    verdict: 'mismatch',
    says: /∂residuals\[\d\]\/∂p\[1\] is .*the sign is wrong|∂residuals\[\d\]\/∂p\[1\] is .*\(the other entry is right\)/,
  },
  {
    title: 'a transposed Jacobian is right, and said to be transposed',
    text: 't = np.linspace(0, 1, 7)\n\n\ndef residuals(p):\n    return p[0] * np.exp(-p[1] * t) - 1.0\n\n\ndef residuals_jac(p):\n    return np.array([np.exp(-p[1] * t), -p[0] * t * np.exp(-p[1] * t)])\n',
    name: 'residuals_jac',
    verdict: 'pass',
    notes: /returns the Jacobian transposed: input by output/,
  },
  {
    title: 'a Jacobian in bands',
    text: `${heat}def heat_jac(u):\n    ab = np.zeros((3, len(u)))\n    ab[0, 2:] = 1\n    ab[1, 1:-1] = -2 + 2*u[1:-1]\n    ab[1, 0] = 1\n    ab[1, -1] = 1\n    ab[2, :-2] = 1\n    return ab\n`,
    name: 'heat_jac',
    verdict: 'pass',
    notes: /returns the Jacobian in bands: its diagonals as rows/,
  },
  {
    title: 'a Jacobian in bands with a wrong diagonal',
    text: `${heat}def heat_jac(u):\n    ab = np.zeros((3, len(u)))\n    ab[0, 2:] = 1\n    ab[1, 1:-1] = -2 + u[1:-1]\n    ab[1, 0] = 1\n    ab[1, -1] = 1\n    ab[2, :-2] = 1\n    return ab\n`,
    name: 'heat_jac',
    verdict: 'mismatch',
    says: /∂heat\[\d\]\/∂u\[\d\] is/,
  },
  {
    title: 'a Jacobian behind the value',
    text: `${both('-3*x[1]**2')}root(both, [1.0, 2.0], jac=True)\n`,
    name: 'both',
    verdict: 'pass',
  },
  {
    title: 'a wrong Jacobian behind the value',
    text: `${both('3*x[1]**2')}root(both, [1.0, 2.0], jac=True)\n`,
    name: 'both',
    verdict: 'mismatch',
    says: /^∂both\[1\]\/∂x\[1\] is /,
  },
  {
    title: 'a Jacobian whose rows depend on the shape of another input',
    text:
      'from scipy.optimize import root\n\n\ndef both(flow, Qtot, k):\n' +
      '    value = np.hstack((k[1:] * flow[1:]**2 - k[0] * flow[0]**2, flow.sum() - Qtot))\n' +
      '    n = len(flow)\n    jac = np.empty((n, n))\n' +
      '    jac[: n - 1, 0] = -2 * k[0] * flow[0]\n' +
      '    jac[: n - 1, 1:] = np.diag(2 * k[1:] * flow[1:])\n    jac[n - 1, :] = 1\n' +
      '    return value, jac\n\n\nroot(both, np.ones(4), jac=True)\n',
    name: 'both',
    verdict: 'unverified',
  },
  {
    title: 'a Jacobian in a layout that is not read',
    text:
      'def fun(x, y):\n    return np.vstack((y[1], -np.exp(y[0])))\n\n\n' +
      'def fun_jac(x, y):\n    jac = np.zeros((2, 2, x.shape[0]))\n    jac[0, 1] = 1\n' +
      '    jac[1, 0] = -np.exp(y[0])\n    return jac\n\n\n' +
      'fun(np.linspace(0, 1, 5), np.zeros((2, 5)))\n',
    name: 'fun_jac',
    verdict: 'unverified',
    says: /may be a Jacobian in a layout that GradLens does not read/,
  },
  {
    title: 'a list of two numbers for a vector of unknown length',
    text:
      'from scipy.optimize import minimize\n\n\ndef f(x):\n    return x[1] + (x[1] - x[0])**2\n\n\n' +
      'def g(x):\n    dif = [0, 0]\n    dif[0] = -2 * (x[1] - x[0])\n    dif[1] = 1 - dif[0]\n    return dif\n\n\n' +
      'def run(start):\n    x0 = list(start)\n    return minimize(f, x0, jac=g)\n',
    name: 'g',
    verdict: 'pass',
  },
  {
    title: 'the Hessian of many outputs, weighted',
    text: `${many}    def hess(self, x, v):\n        return v[0] * 4 * np.eye(2) + v[1] * np.array([[24 * x[0], 0], [0, 8]])\n`,
    name: 'Circles.hess',
    verdict: 'pass',
    notes: /its Hessian weights them/,
  },
  {
    title: 'a wrong Hessian of many outputs',
    text: `${many}    def hess(self, x, v):\n        return v[0] * 4 * np.eye(2) + v[1] * np.array([[24 * x[0], 0], [0, 4]])\n`,
    name: 'Circles.hess',
    verdict: 'mismatch',
    says: /^∂²fun\/∂x\[1\]² is/,
  },
  {
    title: 'Jacobians at many points, and in parameters of all points',
    text: points('-p[0]**2', '-2 * p[0] * y[0]'),
    name: 'wave_jac',
    verdict: 'pass',
    notes: /returns a Jacobian for each point, the points last/,
  },
  {
    title: 'a wrong Jacobian at many points',
    text: points('-2 * p[0]**2', '-2 * p[0] * y[0]'),
    name: 'wave_jac',
    verdict: 'mismatch',
    says: /^∂wave\[1, 0\]\/∂y\[0, 0\] is/,
  },
  {
    title: 'a wrong Jacobian in parameters of all points',
    text: points('-p[0]**2', '-p[0] * y[0]'),
    name: 'wave_jac',
    verdict: 'mismatch',
    says: /^∂wave\[1, 0\]\/∂p\[0\] is/,
  },
  {
    title: 'a matrix that is its own Jacobian, linked by a solver of systems',
    text:
      'from scipy.integrate import ode\n\n\ndef linear(t, y, a):\n    return a.dot(y)\n\n\n' +
      'def linear_jac(t, y, a):\n    return a\n\n\nsolver = ode(linear, linear_jac)\n',
    name: 'linear_jac',
    verdict: 'pass',
  },
  {
    title: 'a Jacobian in the second of two inputs',
    text: 'def fun_decay(t, y):\n    return -y\n\n\ndef jac_decay(t, y):\n    return -np.eye(y.shape[0])\n',
    name: 'jac_decay',
    verdict: 'pass',
  },
  {
    title: 'bands that are read as a whole Jacobian',
    text:
      'from scipy.integrate import odeint\n\n\ndef func(y, t, c):\n    return c.dot(y)\n\n\n' +
      'def bjac(y, t, c):\n    return np.vstack((np.r_[0, np.diag(c, 1)], np.diag(c), np.r_[np.diag(c, -1), 0], np.r_[np.diag(c, -2), 0, 0]))\n\n\n' +
      'odeint(func, np.ones(4), [0, 1], args=(np.eye(4),), Dfun=bjac)\n',
    name: 'bjac',
    verdict: 'unverified',
    says: /its rows are the bands of the Jacobian/,
  },
  {
    title: 'a derivative that calls the derivative of a function that is called',
    text: line('fprime(x + s * p)'),
    name: 'search.derphi',
    verdict: 'pass',
  },
  {
    title: 'a derivative that calls the function itself',
    text: line('f(x + s * p)'),
    name: 'search.derphi',
    verdict: 'mismatch',
  },
  {
    title: 'a derivative that calls a function of which nothing is known',
    text: line('other(x + s * p)').replaceAll('fprime', 'other'),
    name: 'search.derphi',
    verdict: 'unverified',
    says: /GradLens drew `f`, `other` and does not know of which function they are derivatives/,
  },
];

describe('second derivatives and Jacobians', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const found = named(await check(`import numpy as np\n\n\n${row.text}`), row.name);
      assert.equal(found.verdict, row.verdict, found.reason);
      assert.match(found.reason, row.says ?? /./);
      assert.match(found.notes.join('\n'), row.notes ?? /^/);
    });
  }
});
