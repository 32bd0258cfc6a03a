/** What one parameter, or one part of it, is taken to be at first. Axes of arrays are settled later. */
import type { Expression } from '../../syntax/nodes';
import { type Clues, literalOf } from './clues';
import { casesOf, curveNumber, isAscending, permutationOf, sizesIn } from './decide-whole';
import { fromDefault } from './defaults';
import type { Domain, Hypothesis, Kind, Literal } from './hypothesis';
import {
  boundDomain,
  hyperparameter,
  isBystander,
  isConfig,
  isData,
  isLabels,
  isMask,
  isPrediction,
  isSelection,
  isSize,
  isTarget,
  isWeights,
} from './names';
import type { Question } from './question';
import { mentionOf } from './said';
import { kindOfSeen } from './seen';
import { lastName } from './uses';

export function decide(
  hypothesis: Hypothesis,
  question: Question,
  clues: Clues,
  path: string,
  standard: Expression | null,
): void {
  const first =
    curveNumber(clues, path) ??
    fromCall(hypothesis, clues, path) ??
    fromRest(hypothesis, question, clues, path, standard);
  const found = { ...first, kind: withIgnored(first.kind, clues.uses.ignored.get(path)) };
  hypothesis.set(path, found.kind, found.origin, found.firm);
  if (found.kind.kind === 'dict') {
    for (const [key, { standard: own }] of clues.uses.keys.get(path) ?? []) {
      decide(hypothesis, question, clues, `${path}.${key}`, own);
    }
    for (const each of clues.observed?.values.keys() ?? []) {
      const inner = each.startsWith(`${path}.`) && !/[.[]/.test(each.slice(path.length + 1));
      if (inner && !hypothesis.known.has(each)) decide(hypothesis, question, clues, each, null);
    }
  }
  if (found.kind.kind === 'list') decide(hypothesis, question, clues, `${path}[]`, null);
}

/** Labels among which one is that stands for none. */
export function withIgnored(kind: Kind, ignored: number | undefined): Kind {
  return kind.kind === 'labels' && ignored !== undefined ? { ...kind, ignored } : kind;
}

export interface Found {
  readonly kind: Kind;
  readonly origin: string;
  readonly firm: boolean;
}

/** As a call in the same file has it. */
function fromCall(hypothesis: Hypothesis, clues: Clues, path: string): Found | null {
  const seen = clues.observed?.values.get(path);
  if (seen === undefined || clues.observed === null) return null;
  const kind = kindOfSeen(hypothesis, clues.observed, path, seen, clues.uses);
  if (kind === null) return null;
  return { kind, origin: `as in the call in line ${clues.line(clues.observed.at)}`, firm: true };
}

function fromRest(
  hypothesis: Hypothesis,
  question: Question,
  clues: Clues,
  path: string,
  standard: Expression | null,
): Found {
  const { uses } = clues;
  const { dimensions } = hypothesis;
  const name = lastName(path);
  const inside = path.includes('.');
  const mention = mentionOf(clues, path);
  const word = mention?.kind ?? null;
  const arrays = isArray(clues, path);
  const value = literalOf(standard);
  const at = (offset: number | undefined, how: string) =>
    offset === undefined ? how : `${how}, line ${clues.line(offset)}`;
  const firm = (kind: Kind, how: string, offset?: number): Found => ({
    kind,
    origin: at(offset, how),
    firm: true,
  });
  const said = (kind: Kind): Found => ({
    kind,
    origin: `${mention?.source ?? ''}: ${mention?.words ?? ''}`,
    firm: true,
  });
  const guessed = (kind: Kind): Found => ({ kind, origin: 'guessed from its name', firm: false });

  const keys = uses.keys.get(path);
  if (keys !== undefined && keys.size > 0) {
    const [key, { at: first }] = [...keys][0];
    return firm({ kind: 'dict' }, `read by key (${[...keys.keys()].join(', ') || key})`, first);
  }
  const texts = uses.texts.get(path);
  if (texts !== undefined) {
    const options = [...texts.options].map((each): Literal => ({ kind: 'text', value: each }));
    const kind = choice(orderTexts(options, value), true);
    return firm(
      kind,
      `compared with ${[...texts.options].map((each) => `'${each}'`).join(', ')}`,
      texts.at,
    );
  }
  // Without weights their place in a gradient is not seen, without labels there is no loss.
  const isWanted =
    value?.kind === 'none' &&
    (uses.optional.has(path)
      ? /(^|_)(weights?|bias|b)$/.test(name) || uses.exits.has(path)
      : uses.labels.has(path)) &&
    clues.movable(name);
  if (standard !== null && !isWanted) return fromDefault(clues, path, value, inside);
  if (uses.called.has(path) || word === 'function') {
    return firm({ kind: 'function' }, 'called', uses.called.get(path));
  }
  const whole = permutationOf(clues, path) ?? sizesIn(hypothesis, clues, path);
  if (whole !== null && !arrays) return whole;
  const listed = uses.lists.get(path);
  const items = [...uses.arrays.keys()].some((each) => each === `${path}[]`);
  const labels = uses.labels.get(path);
  const isList = word === 'list' && mention?.shape === null && labels === undefined;
  if (isList || (listed !== undefined && !arrays && word !== 'array' && items)) {
    const count = uses.counts.get(path)?.count ?? null;
    const length = count === null ? dimensions.fresh('time') : dimensions.literal(count);
    return firm({ kind: 'list', length }, 'gone through item by item', listed);
  }
  const isFloat = uses.logs.has(path) || (mention?.shape?.length ?? 0) > 1;
  if (labels !== undefined || (word === 'labels' && !isFloat)) {
    const kind: Kind = { kind: 'labels', shape: [], classes: dimensions.fresh('classes') };
    return labels === undefined ? said(kind) : firm(kind, 'used as labels', labels);
  }
  const rule = hyperparameter(name);
  const least = uses.least.get(path)?.rank ?? 0;
  // What others are compared with is one number, wherever it stands.
  const limits =
    uses.limits.has(path) && !uses.members.has(path) && /^(delta|margin|thresh)/.test(name);
  // The `dim` of a constructor that makes arrays of it is no axis.
  const isAxis = rule?.options.some((each) => each.kind === 'whole' && each.value < 0) ?? false;
  const plain = !arrays && ((rule?.sure ?? false) || inside) && !(isAxis && uses.sizes.has(path));
  const sure = rule !== null && least === 0 && (plain || limits);
  const size = uses.sizes.get(path);
  if (sure && rule !== null && !(clues.hasGradient(name) && rule.options[0].kind === 'real')) {
    return guessed({ kind: 'choice', options: rule.options, at: 0, spread: rule.spread });
  }
  if (size !== undefined && !arrays) {
    // Two windows and more along an axis, each of several entries.
    const divides = uses.divisors.has(path);
    return firm(
      { kind: 'size', dimension: divides ? dimensions.literal(2) : dimensions.fresh() },
      'used as the size of an array',
      size,
    );
  }
  const counts = uses.wholes.get(path);
  if (counts !== undefined && !arrays) {
    return firm({ kind: 'size', dimension: dimensions.fresh() }, 'used as a whole number', counts);
  }
  const cases = casesOf(clues, path);
  if (cases !== null && !arrays) return cases;
  const flag = uses.flags.get(path);
  if ((flag !== undefined && !arrays && least === 0) || word === 'boolean') {
    const kind = choice(
      [
        { kind: 'boolean', value: true },
        { kind: 'boolean', value: false },
      ],
      !isBystander(name),
    );
    return flag === undefined ? said(kind) : firm(kind, 'used as a condition', flag);
  }
  if (word === 'text' && mention !== null && mention.quoted.length > 0) {
    return said(
      choice(
        mention.quoted.map((each) => ({ kind: 'text', value: each })),
        true,
      ),
    );
  }
  if (
    (word === 'dict' && mention?.shape === null) ||
    (isConfig(name) && !arrays && least === 0 && word === null && inside)
  ) {
    return word === 'dict' ? said({ kind: 'dict' }) : guessed({ kind: 'dict' });
  }
  if (word === 'whole' && !arrays) {
    return said({ kind: 'size', dimension: dimensions.fresh() });
  }
  const scalar = uses.scalars.get(path);
  if (scalar !== undefined && !arrays) {
    return firm(
      { kind: 'number', domain: domainOf(question, clues, path), fixed: false },
      'taken by a function of numbers',
      scalar,
    );
  }
  if (word === 'number' && !arrays) {
    return said({ kind: 'number', domain: domainOf(question, clues, path), fixed: false });
  }
  if (isSize(name) && !arrays && least === 0 && question.owner !== null) {
    return guessed({ kind: 'size', dimension: dimensions.fresh() });
  }
  const chooses = uses.indices.has(path) && /[a-z]s$/.test(name);
  if ((isLabels(name) || chooses) && !inside) {
    return guessed({ kind: 'labels', shape: [], classes: dimensions.fresh('classes') });
  }
  if (isMask(name) || (isSelection(name) && uses.selectors.has(path)))
    return guessed({ kind: 'mask', shape: [] });
  const array: Kind = {
    kind: 'array',
    shape: [],
    domain: domainOf(question, clues, path),
    fixed: isComparedWith(question, clues, path),
    fill: isAscending(clues, path) ? 'ascending' : 'real',
  };
  return { kind: array, origin: 'guessed from its name', firm: false };
}

/** Something shows that it is an array. */
function isArray(clues: Clues, path: string): boolean {
  const { uses } = clues;
  const mention = mentionOf(clues, path);
  return (
    uses.arrays.has(path) ||
    uses.axes.some((each) => each.path === path) ||
    (mention !== null && mention.shape !== null) ||
    mention?.kind === 'array'
  );
}

export function choice(options: readonly Literal[], spread: boolean): Kind {
  return { kind: 'choice', options, at: 0, spread };
}

/** The default first, then options in order, tests last. */
function orderTexts(options: readonly Literal[], standard: Literal | null): readonly Literal[] {
  const late = (each: Literal) =>
    each.kind === 'text' && /^(test|eval|inference|predict)/.test(each.value) ? 1 : 0;
  const own = (each: Literal) =>
    standard?.kind === 'text' && each.kind === 'text' && each.value === standard.value ? 0 : 1;
  return [...options].sort((a, b) => late(a) - late(b) || own(a) - own(b));
}

function domainOf(question: Question, clues: Clues, path: string): Domain | null {
  const log = clues.uses.logs.get(path);
  const names = question.parameters.map((each) => each.name);
  if (log === undefined) return boundDomain(path, names) ?? aroundThresholds(clues, path);
  if (log === 'above one') return { low: 1.2, high: 2.5 };
  const chance = /^(y_?pred|y_?hat|yhat|p|probs?|AL|A|a|output|out|predictions?|pred)/i;
  return log === 'unit' || chance.test(lastName(path))
    ? { low: 0.1, high: 0.9 }
    : { low: 0.2, high: 2 };
}

/** The data of a model, and what a loss compares its prediction with. */
function isComparedWith(question: Question, clues: Clues, path: string): boolean {
  const name = lastName(path);
  // What an object is made with is no prediction.
  const own = question.bodies[0]?.parameters ?? [];
  const names = question.parameters.flatMap((each) =>
    own.some((other) => other.name === each.name) || question.owner === null ? [each.name] : [],
  );
  if (path !== name || clues.hasGradient(name) || question.byArgument) return false;
  if (question.wrt?.includes(name)) return false;
  if (question.owner === null && names.some(isWeights)) {
    // `f(x, y, beta)`: an example and the weights that are fitted to it.
    if (isData(name) || (name === 'x' && names.some(isTarget) && !clues.isLayer)) return true;
  }
  if (!isTarget(name)) return false;
  const others = names.filter((each) => each !== name && each !== 'self');
  if (!others.some(isPrediction)) return false;
  // `f(x, y)` of two variables has no target.
  const both = others.length === 1 && others[0] === 'x' && name === 'y';
  return (
    !both ||
    /loss|cost|entropy|mse|error|nll|criterion/i.test(question.name) ||
    question.owner !== null
  );
}

/** Where both sides of all numbers that it is compared with are seen; null where normal draws do. */
function aroundThresholds(clues: Clues, path: string): Domain | null {
  const found = [...(clues.uses.thresholds.get(path) ?? [])].filter((each) => Math.abs(each) < 50);
  if (found.every((each) => Math.abs(each) < 0.4)) return null;
  const [low, high] = [Math.min(0, ...found), Math.max(0, ...found)];
  // In thirds: below, between and above.
  const margin = Math.max(1, high - low);
  return { low: low - margin, high: high + margin };
}
