/** autograd (HIPS): numpy's names under another module, and primitives with rules of their own. */
import type { Names } from '../../../syntax/tables';
import { functions, modules, refused } from './notation';
import { numpy } from './numpy';
import { numpyLinalg } from './numpy-linalg';
import { scipyModules } from './scipy';

export const autogradModules: Readonly<Record<string, Names>> = {
  autograd: {
    ...modules('autograd', 'numpy extend scipy'),
    ...refused(
      'grad value_and_grad jacobian hessian elementwise_grad make_vjp make_jvp',
      'a framework is not run: the written gradient is what is checked',
    ),
  },
  'autograd.numpy': { ...numpy, ...modules('autograd.numpy', 'linalg') },
  'autograd.numpy.linalg': numpyLinalg,
  'autograd.extend': functions(`
    primitive notrace_primitive = identity(value)
    defvjp defjvp defvjp_argnum defjvp_argnum defvjp_argnums def_linear = nothing(*values, **keywords)
  `),
  'autograd.scipy': modules('autograd.scipy', 'special stats linalg'),
  'autograd.scipy.special': scipyModules['scipy.special'],
  'autograd.scipy.stats': scipyModules['scipy.stats'],
  'autograd.scipy.linalg': scipyModules['scipy.linalg'],
};
