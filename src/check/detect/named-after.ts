/** Names that are made of another name and a mark of a derivative: `f_grad`, `df`, `rosen_hess`. */
const second =
  /^(hess(ian)?(_?prod|p|_vec|_vector|_dot)?|hvp|d2|grad2|prime2|double_prime|second_derivative|dd)$/i;

const suffixes =
  /^(.+?)_?(grad(?:ient)?s?|derivative|deriv|prime|der|jac(?:obian)?|hess(?:ian)?(?:_?prod|p)?|hvp|derivatives|d|dx|grad2|prime2|double_prime|second_derivative|Grad(?:ient)?|Prime|Deriv(?:ative)?|Jac(?:obian)?|Hess(?:ian)?|D)$/;

const prefixes =
  /^(gradient_of|grad_of|derivative_of|deriv_of|gradient|grad|derivative|deriv|der|jacobian|jac|hessian|hess|dydx|ddx|d2|d|D|prime)_?(.+)$|^(de)_(.+)$/;

export interface Reading {
  readonly base: string;
  readonly mark: string;
  /** A single letter marks it: `df`, `x_d`. */
  readonly bare: boolean;
  readonly order: 1 | 2;
}

/** How a name can be read as a derivative's: the longest mark first. */
export function readings(called: string): Reading[] {
  const name = called.replace(/^_+/, '');
  const found: Reading[] = [];
  const read = (base: string, mark: string) =>
    found.push({ base, mark, bare: mark.length === 1, order: second.test(mark) ? 2 : 1 });
  const suffix = suffixes.exec(name);
  if (suffix !== null) read(suffix[1], suffix[2]);
  const prefix = prefixes.exec(name);
  if (prefix !== null) read(prefix[2], prefix[1]);
  return found.sort((a, b) => b.mark.length - a.mark.length);
}
