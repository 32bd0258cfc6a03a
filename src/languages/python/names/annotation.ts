/** Names that annotation expressions know without a prefix. */
import type { Names, TableEntry } from '../../../syntax/tables';
import { functions } from './notation';
import { numpy } from './numpy';

const bare = `
  sin cos tan arcsin arccos arctan arctan2 asin acos atan atan2 sinh cosh tanh arcsinh arccosh
  arctanh exp expm1 exp2 log log1p log2 log10 sqrt cbrt square sign floor ceil maximum minimum where
  abs clip dot matmul outer mean prod cumsum array arange linspace eye identity full diag concatenate
  stack reshape transpose zeros_like ones_like pi e inf nan
`;

export const annotationNames: Names = {
  ...Object.fromEntries(
    bare
      .trim()
      .split(/\s+/)
      .map((name): [string, TableEntry] => [name, numpy[name]]),
  ),
  ...functions(`
    zeros = zerosOf(*shape)
    ones = onesOf(*shape)
    rand = random.uniformOf(*shape)
    randn = random.normalOf(*shape)
    uniform = random.uniformBetween(low, high, *shape)
    randint = random.integers(low, high=None, size=None)
    labels = random.labels(count, classes)
    sigmoid = sigmoid(x, out=None)
  `),
};
