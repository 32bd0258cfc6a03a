/** Drawing functions: numpy.random, its generators, and the random module. */
import type { Names } from '../../../syntax/tables';
import { functions } from './notation';

/** Methods of both kinds of generators, and functions of numpy.random: all but the first argument. */
const shared = `
  normal = random.normal(loc=0.0, scale=1.0, size=None)
  standard_normal = random.standardNormal(size=None)
  uniform = random.uniform(low=0.0, high=1.0, size=None)
  exponential = random.exponential(scale=1.0, size=None)
  binomial = random.binomial(n, p, size=None)
  choice = random.choice(a, size=None, replace=True, p=None)
  permutation = random.permutation(x)
  shuffle = random.shuffle(x)
`;

const older = `
  rand = random.uniformOf(*shape)
  randn = random.normalOf(*shape)
  random random_sample ranf sample = random.uniform01(size=None)
  randint = random.integers(low, high=None, size=None, dtype=None)
  seed = random.seed(seed=None)
`;

const newer = `
  random = random.uniform01(size=None, dtype=None)
  integers = random.integers(low, high=None, size=None, dtype=None, endpoint=False)
`;

/** The same functions with the generator they belong to first. */
function methods(lines: string): Names {
  return functions(lines.replaceAll(/\(/g, '(generator, '));
}

export const randomModules: Readonly<Record<string, Names>> = {
  'numpy.random': {
    ...functions(shared + older),
    ...functions(`
      default_rng = random.generator(seed=None, *, names='numpy.random.Generator')
      RandomState = random.generator(seed=None, *, names='numpy.random.RandomState')
    `),
  },
  'numpy.random.Generator': methods(shared + newer),
  'numpy.random.RandomState': methods(shared + older),
  random: functions(`
    random = random.uniform01()
    uniform = random.uniform(a:low, b:high)
    gauss normalvariate = random.normal(mu:loc=0.0, sigma:scale=1.0)
    randrange = random.integers(low, high=None)
    randint = random.integers(a:low, b:high, *, endpoint=True)
    shuffle = random.shuffle(x)
    seed = random.seed(seed=None)
  `),
};
