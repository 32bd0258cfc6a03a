/**
 * What the name of a parameter suggests where nothing else is known: how many
 * axes it has, and for hyperparameters the values off their neutral ones.
 */
import type { Domain, Literal } from './hypothesis';

const whole = (value: number): Literal => ({ kind: 'whole', value });
const real = (value: number): Literal => ({ kind: 'real', value });
const yes: Literal = { kind: 'boolean', value: true };
const no: Literal = { kind: 'boolean', value: false };

export interface Hyperparameter {
  readonly options: readonly Literal[];
  /** Whether the points are to show all options. */
  readonly spread: boolean;
  /** Needs no more than its name; others only count with a numeric default, or as keys of a config. */
  readonly sure: boolean;
}

interface Rule extends Hyperparameter {
  readonly name: RegExp;
}

const rule = (name: RegExp, options: readonly Literal[], sure = true, spread = false): Rule => ({
  name,
  options,
  sure,
  spread,
});

/** The first rule that fits counts. */
const rules: readonly Rule[] = [
  rule(/^strides?$|_strides?$/, [whole(2), whole(1), whole(3)]),
  rule(/^(s|sh|sw|stride_[hw])$/, [whole(2), whole(1)], false),
  rule(/^pad(ding)?s?$|_pad(ding)?$|^pad_[hw]$/, [whole(1), whole(0), whole(2)], true, true),
  rule(/^dilation$|^d$/, [whole(2), whole(1)], false),
  rule(/^(pool|kernel|filter|window|k|f)_?(width|w)$/, [whole(2), whole(3), whole(1)]),
  rule(/^(pool|kernel|filter|window|k|f)_?(height|h)$/, [whole(3), whole(2), whole(1)]),
  rule(/^(pool|kernel|filter|window)(_?(size|shape|dim))?$/, [whole(3), whole(2), whole(1)]),
  rule(/^(k|f|size|ksize)$/, [whole(3), whole(2), whole(1)], false),
  rule(/^(n|num)_?(heads?|groups?)$|^heads$|^groups$/, [whole(2), whole(1), whole(3)]),
  rule(/^(axis|dim)$/, [whole(0), whole(-1), whole(1)], true, true),
  rule(/^keep_?dims$/, [yes, no], true, true),
  rule(/^(is_?)?train(ing|_?fla?g|_mode)?$/, [yes, no]),
  rule(/^(verbose|debug|plot|show|print_\w+)$/, [no, yes]),
  rule(/^keep_?prob\w*$|^p_keep$/, [real(0.6), real(0.8)]),
  rule(
    /^(drop(out)?|rate|p|ratio)$|drop(out)?_?(p|rate|ratio|prob)/,
    [real(0.4), real(0.2)],
    false,
  ),
  rule(
    /^(reg|lam(bda|bd)?_?|l[12]|weight_decay|wd|reg_?strength|l[12]_?reg|penalty)$|_lambda$|^lambda_/i,
    [real(0.1), real(1.5)],
  ),
  rule(/^eps(ilon)?$/, [real(1e-5), real(1e-8)]),
  rule(/^(momentum|rho|decay(_rate)?)$/, [real(0.9), real(0.5)]),
  rule(/^(lr|l_?rate|learning_?rate|step_?size|eta)$/, [real(0.1), real(0.01)]),
  rule(/^(slope|leak\w*|negative_slope|neg_slope)$/, [real(0.2), real(0.1)]),
  rule(/^(alpha|a)$/, [real(0.3), real(0.1), real(1.2)], false),
  rule(/^(temp(erature)?|tau)$/, [real(1.5), real(0.7)]),
  rule(/^(delta|margin|threshold|thresh|clip\w*)$/, [real(0.7), real(1), real(0.3)], false),
  rule(/^(up|down)?(scale_?)?factor$|^upscale$/, [whole(2), whole(3), whole(1)]),
  rule(/^G$/, [whole(2), whole(1), whole(3)], false),
  rule(/^(seed|random_state|random_seed)$/, [whole(3)]),
  rule(/^(n_?iters?|num_iters?|iterations|iters|n_steps|num_steps|epochs)$/, [whole(3), whole(2)]),
];

export function hyperparameter(name: string): Hyperparameter | null {
  return rules.find((each) => each.name.test(name)) ?? null;
}

/** Booleans that change how something is done, never what: other values prove nothing. */
export const isBystander = (name: string): boolean =>
  /^(verbose|debug|plot|show|train|training|is_train|is_training|train_flg|train_flag|retain_derived|return_\w+|trainable|copy|inplace)$/.test(
    name,
  );

/** A whole number that is the size of something. */
export const isSize = (name: string): boolean =>
  /^(channels|units|hidden|[nd]_(in|out|hidden|features|units|model|input|output|classes|a|x|y|h)|num_\w+|\w+_(dim|dims|channels|features|units|size)|(in|out)_(features|channels|dim)|(input|output|hidden)_?(size|dim)?)$/.test(
    name,
  );

export type Look = 'matrix' | 'vector' | 'scalar' | 'unknown';

/** How an array of this name usually looks. */
export function lookOf(name: string): Look {
  if (
    /^(W|U|V|X|A|H|Y|Z|K|Q|M|R)[\da-z_]*(_?prev)?$|^[wW]\d*$|^weights$|^(Theta)\d*$|^[dW][A-Z]\w*$/.test(
      name,
    )
  ) {
    return 'matrix';
  }
  if (
    /^(b|bias(es)?|beta|gamma|mu|mean|var|sigma2|v|theta|params|coef\w*|grad|running_\w+|b[a-z\d_]{1,3}|[vb]_?\w)$/.test(
      name,
    )
  ) {
    return 'vector';
  }
  if (/^(n|m|t|dt|c|s|h|r|weight|scale|lr|alpha|sigma|rate|temperature)$/.test(name))
    return 'scalar';
  return 'unknown';
}

export const isLabels = (name: string): boolean =>
  /^(labels?|classes|captions|idx|indices|index|class_idx|y_idx|word_idx|tokens?)$/.test(name);

/** What values may be compared with, and is no value itself. */
export const isThreshold = (name: string): boolean =>
  /^(delta|beta|margin|threshold|thresh|cut(off)?|clip\w*|limit|max_\w+|min_\w+|low(er)?|upp?(er)?|high|lo|hi|k|c|lam\w*|alpha|slope|theta|width|bound|epsilon|huber_\w+|value_?max|value_?min|a|b)$/.test(
    name,
  );

const bounds: readonly (readonly [string, string])[] = [
  ['low', 'high'],
  ['lo', 'hi'],
  ['lower', 'upper'],
  ['min', 'max'],
  ['minimum', 'maximum'],
];

/** Of two bounds that are both among the names, numbers with room between them; null for what is none. */
export function boundDomain(name: string, names: readonly string[]): Domain | null {
  const pair = bounds.find((each) => each.includes(name));
  if (pair === undefined || !pair.every((each) => names.includes(each))) return null;
  return name === pair[0] ? { low: -0.8, high: -0.3 } : { low: 0.3, high: 0.8 };
}

/** A permutation has nothing twice. */
export const isOrder = (path: string): boolean =>
  /(^|\.)(perm\w*|order|axes|sorted\w*)$/.test(path);

export const isMask = (name: string): boolean => /^(masks?|\w+_mask|cond(ition)?)$/.test(name);

/** The order of axes in a transposition. */
export const isPermutation = (name: string): boolean =>
  /^(axes|perm|permutation|order|dims)$/.test(name);

/** What is 1 where something was seen, and 0 elsewhere. */
export const isSelection = (name: string): boolean =>
  /^(R|M|rated|observed|known|valid|present|seen)$/.test(name);

/** What a loss compares with: never differentiated unless its gradient has a name of its own. */
export const isTarget = (name: string): boolean =>
  /^(y|Y|t|T|y_?true|targets?|labels?|truth|ground_truth|gt|d|actual|expected|Y_true|y_t)$/.test(
    name,
  );

export const isPrediction = (name: string): boolean =>
  /^(y_?pred\w*|Y_?pred\w*|y_?hat|Y_?hat|yhat|AL|A2|A|p|pred\w*|predictions?|outputs?|out|o|a|scores|logits|probs?|Y_out|x|X|w|W|theta|beta|weights|z|Z)$/.test(
    name,
  );

export const isConfig = (name: string): boolean =>
  /(_param|_params|params|parameters|config|hparameters|hparams|options|opts|settings|caches?|state)$/.test(
    name,
  );

/** The data of a model whose weights are differentiated. */
export const isData = (name: string): boolean =>
  /^(X\w*|x_?(train|batch|data)|data|features|inputs|points)$/.test(name);

export const isWeights = (name: string): boolean =>
  /^(theta\w*|Theta\w*|w|W|W1|weights|beta|params|parameters|nn_params|coef\w*)$/.test(name);
