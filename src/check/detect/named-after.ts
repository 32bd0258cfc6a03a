/**
 * Names that are made of another name and a mark of a derivative: `f_grad`, `df`, `rosen_hess`;
 * and of a parameter besides: `df_dx`, `f_grad_x`.
 */
const second =
  /^(hess(ian)?(_?prod|p|_vec|_vector|_dot)?|hvp|d2|grad2|prime2|double_prime|second_derivative|dd)$/i;

const suffixes =
  /^(.+?)_?(grad(?:ient)?s?|derivative|deriv|prime|der|jac(?:obian)?|hess(?:ian)?(?:_?prod|p)?|hvp|derivatives|d|dx|grad2|prime2|double_prime|second_derivative|Grad(?:ient)?|Prime|Deriv(?:ative)?|Jac(?:obian)?|Hess(?:ian)?|D|forces?)$/;

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

/** A derivative in one parameter alone. */
export interface PartialReading {
  readonly base: string;
  readonly parameter: string;
  /** The name says that it is a quotient, or in what: `df_dx`, `grad_f_wrt_x`; not `grad_f_x`. */
  readonly explicit: boolean;
}

const marks = /^(grad(ient)?|deriv(ative)?|der|jac(obian)?|partial)$/i;
const quotient = /^(?:d_?|partial_)(?=.)/;
const denominator = /(?=(_?(?:(?:by|over|wrt)_)?(?:d_?|partial_)))/g;

/** How a name can be read as the derivative of one function in one of its parameters. */
export function partialReadings(called: string): PartialReading[] {
  const name = called.replace(/^_+/, '');
  const found: PartialReading[] = [];
  const read = (base: string, parameter: string, explicit: boolean) => {
    if (base !== '' && parameter !== '') found.push({ base, parameter, explicit });
  };
  const above = name.replace(quotient, '');
  if (above !== name) {
    for (const { index, 1: mark } of above.matchAll(denominator)) {
      read(above.slice(0, index), above.slice(index + mark.length), true);
    }
  }
  const words = name.split('_');
  const joined = (from: number, to?: number) => words.slice(from, to).join('_');
  for (let at = 1; at < words.length; at++) {
    // `cost_du`, in the numerator of which nothing stands.
    if (words[at].startsWith('d')) read(joined(0, at), joined(at).replace(/^d_?/, ''), true);
    if (at === words.length - 1) break;
    const from = /^(wrt|by)$/.test(words[at + 1]) ? at + 2 : at + 1;
    const explicit = from > at + 1;
    if (marks.test(words[at])) read(joined(0, at), joined(from), explicit);
    if (marks.test(words[0])) read(joined(1, at + 1), joined(from), explicit);
  }
  return found;
}
