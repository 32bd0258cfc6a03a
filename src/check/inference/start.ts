/**
 * The first hypothesis of a target: each parameter taken for what most speaks for
 * it, in the order annotation, observed call, words, uses, name, default.
 */
import type { Parameter } from '../../syntax/nodes';
import { type GivenItem, numberOf } from '../options';
import { NamedDimensions } from './axes';
import type { Clues } from './clues';
import { decide } from './decide';
import type { Dimension, Dimensions } from './dimensions';
import { Hypothesis } from './hypothesis';
import { isPermutation } from './names';
import type { Question } from './question';
import { shapeParameters } from './ranks';

export function firstHypothesis(
  question: Question,
  clues: Clues,
  items: readonly GivenItem[],
  turn = 0,
): Hypothesis {
  const hypothesis = Hypothesis.empty(turn);
  const given = new Set(items.map((each) => each.name.split('.')[0]));
  const wanted = question.parameters.filter(
    ({ kind, name }) =>
      kind === 'positional' || kind === 'keywordOnly' || (kind === 'rest' && isPermutation(name)),
  );
  for (const item of items) {
    const shape = shapeOf(item, hypothesis.dimensions);
    hypothesis.set(item.name, { kind: 'given', shape }, 'given in the annotation', true);
  }
  for (const parameter of wanted) {
    if (given.has(parameter.name)) continue;
    // A line that gives a point leaves the defaults as they are.
    if (items.length > 0 && parameter.default !== null) continue;
    decide(hypothesis, question, clues, parameter.name, parameter.default);
  }
  const named = new NamedDimensions(hypothesis.dimensions, sizesByName(hypothesis, wanted));
  shapeParameters(hypothesis, clues, named);
  return hypothesis;
}

/** Whole-number parameters that are sizes, by name: an axis of that name has that size. */
function sizesByName(
  hypothesis: Hypothesis,
  parameters: readonly Parameter[],
): Map<string, Dimension> {
  const found = new Map<string, Dimension>();
  for (const { name } of parameters) {
    const kind = hypothesis.kind(name);
    if (kind?.kind === 'size') found.set(name, kind.dimension);
  }
  return found;
}

/** The axes that an annotation gives literally; none where they cannot be read off. */
function shapeOf(item: GivenItem, dimensions: Dimensions): readonly Dimension[] {
  if (item.kind === 'drawn') {
    const sizes = (item.shape ?? []).map(numberOf);
    return sizes.some((each) => each === null)
      ? []
      : sizes.map((each) => dimensions.literal(each ?? 1));
  }
  const shape: Dimension[] = [];
  for (let node = item.value; node.kind === 'list' || node.kind === 'tuple'; ) {
    shape.push(dimensions.literal(node.items.length));
    const [first] = node.items;
    if (first === undefined) break;
    node = first;
  }
  return shape;
}
