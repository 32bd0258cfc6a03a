/** scipy.stats: densities and distribution functions by the name of the distribution. */
import type { Names } from '../../../syntax/tables';
import { functions, refused } from './notation';

/** The parameters that come between x and loc, and whether there are quantiles and the rest. */
const continuous: Readonly<Record<string, { shapes: string; methods: string }>> = {
  norm: { shapes: '', methods: 'cdf sf logcdf logsf ppf' },
  expon: { shapes: '', methods: 'cdf sf logcdf logsf ppf' },
  uniform: { shapes: '', methods: 'cdf sf logcdf logsf ppf' },
  gamma: { shapes: 'a, ', methods: '' },
  beta: { shapes: 'a, b, ', methods: '' },
  chi2: { shapes: 'df, ', methods: '' },
  t: { shapes: 'df, ', methods: '' },
  invgamma: { shapes: 'a, ', methods: '' },
  laplace: { shapes: '', methods: 'cdf sf logcdf logsf' },
  logistic: { shapes: '', methods: 'cdf sf logcdf logsf ppf' },
  cauchy: { shapes: '', methods: 'cdf sf logcdf logsf ppf' },
  lognorm: { shapes: 's, ', methods: 'cdf sf logcdf logsf ppf' },
  halfnorm: { shapes: '', methods: 'cdf sf logcdf logsf' },
  rayleigh: { shapes: '', methods: 'cdf sf logcdf logsf' },
  gumbel_r: { shapes: '', methods: 'cdf sf logcdf logsf ppf' },
  pareto: { shapes: 'b, ', methods: 'cdf sf logcdf logsf' },
  weibull_min: { shapes: 'c, ', methods: 'cdf sf logcdf logsf' },
};

const discrete: Readonly<Record<string, string>> = {
  poisson: 'mu, ',
  bernoulli: 'p, ',
  binom: 'n, p, ',
  geom: 'p, ',
  nbinom: 'n, p, ',
};

const rest = 'rvs stats interval moment fit expect';

/** What each distribution can be asked for, by the id of its function. */
export const distributionMembers: Readonly<Record<string, Names>> = {
  ...Object.fromEntries(
    Object.entries(continuous).map(([name, { shapes, methods }]) => {
      const id = `distribution.${name}`;
      const asked = ['pdf', 'logpdf', ...methods.split(' ').filter((each) => each !== '')];
      const lines = asked.map((method) => {
        const argument = method === 'ppf' ? 'q:x' : 'x';
        return `${method} = ${id}.${method}(${argument}, ${shapes}loc=0.0, scale=1.0)`;
      });
      const missing = ['cdf', 'sf', 'logcdf', 'logsf', 'ppf'].filter(
        (each) => !asked.includes(each),
      );
      return [
        id,
        {
          ...functions(lines.join('\n')),
          ...refused(missing.join(' '), 'not supported: it is not elementary'),
          ...refused(rest, 'this method of a distribution is not supported'),
        },
      ];
    }),
  ),
  ...Object.fromEntries(
    Object.entries(discrete).map(([name, shapes]) => {
      const id = `distribution.${name}`;
      return [
        id,
        {
          ...functions(`
            pmf = ${id}.pmf(k:x, ${shapes}loc=0)
            logpmf = ${id}.logpmf(k:x, ${shapes}loc=0)
          `),
          ...refused('cdf sf logcdf logsf ppf', 'not supported: it is not elementary'),
          ...refused(rest, 'this method of a distribution is not supported'),
        },
      ];
    }),
  ),
  'distribution.multivariateNormal': functions(`
    pdf = distribution.multivariateNormal.pdf(x, mean=None, cov=1)
    logpdf = distribution.multivariateNormal.logpdf(x, mean=None, cov=1)
  `),
};

/** scipy.stats. */
export const distributions: Names = {
  ...functions(
    [...Object.keys(continuous), ...Object.keys(discrete)]
      .map((name) => `${name} = distribution.${name}(*parameters, **keywords)`)
      .join('\n'),
  ),
  ...functions('multivariate_normal = distribution.multivariateNormal(*parameters, **keywords)'),
  ...refused(
    'rv_continuous rv_discrete gaussian_kde truncnorm skewnorm dirichlet wishart multinomial f',
    'this distribution is not supported',
  ),
};
