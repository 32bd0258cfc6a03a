/** What an observed argument is taken to be: its kind and shape, scaled down where it is large. */
import type { Dimension } from './dimensions';
import type { Domain, Hypothesis, Kind, Literal } from './hypothesis';
import { hyperparameter, isBystander } from './names';
import type { Observed, Seen } from './observe';
import { lastName, type Uses } from './uses';

/** The variables that stand for sizes of a call, by hypothesis: equal sizes are the same. */
const scaled = new WeakMap<Hypothesis, Map<number, Dimension>>();

function dimensionOf(hypothesis: Hypothesis, observed: Observed, size: number): Dimension {
  if (observed.small || size <= 1) return hypothesis.dimensions.literal(size);
  let known = scaled.get(hypothesis);
  if (known === undefined) {
    known = new Map();
    scaled.set(hypothesis, known);
  }
  let found = known.get(size);
  if (found === undefined) {
    found = hypothesis.dimensions.fresh();
    known.set(size, found);
  }
  return found;
}

/** null where the call says nothing that could be used. */
export function kindOfSeen(
  hypothesis: Hypothesis,
  observed: Observed,
  path: string,
  seen: Seen,
  uses: Uses,
): Kind | null {
  const name = lastName(path);
  const choice = (options: readonly Literal[], spread: boolean): Kind => ({
    kind: 'choice',
    options,
    at: 0,
    spread,
  });
  switch (seen.kind) {
    case 'array': {
      const shape = seen.shape.map((size) => dimensionOf(hypothesis, observed, size));
      if (seen.type === 'bool') return { kind: 'mask', shape };
      if (seen.type === 'int' && (uses.labels.has(path) || uses.indices.has(path))) {
        return { kind: 'labels', shape, classes: hypothesis.dimensions.fresh('classes') };
      }
      const hot = seen.range === 'oneHot' || seen.range === 'oneHotColumns';
      return {
        kind: 'array',
        shape,
        domain: domainOf(seen.range),
        fixed: hot,
        fill: seen.range === 'oneHot' || seen.range === 'oneHotColumns' ? seen.range : 'real',
      };
    }
    case 'number': {
      const { value, type } = seen;
      if (type === 'bool') {
        const options: Literal[] = [value !== 0, value === 0].map((each) => ({
          kind: 'boolean',
          value: each,
        }));
        return choice(options, !isBystander(name));
      }
      const own: Literal = { kind: type === 'int' ? 'whole' : 'real', value };
      const rule = hyperparameter(name);
      if (rule !== null && (rule.sure || path.includes('.'))) {
        const options = rule.options.filter((each) => 'value' in each && each.value !== value);
        return choice([...options, own], rule.spread);
      }
      if (uses.sizes.has(path) || uses.wholes.has(path)) {
        return { kind: 'size', dimension: dimensionOf(hypothesis, observed, value) };
      }
      return { kind: 'number', domain: value > 0 ? { low: 0.3, high: 2 } : null, fixed: false };
    }
    case 'text': {
      const others = [...(uses.texts.get(path)?.options ?? [])].filter(
        (each) => each !== seen.value,
      );
      const options = [seen.value, ...others].map(
        (each): Literal => ({ kind: 'text', value: each }),
      );
      return choice(options, true);
    }
    case 'none':
      return choice([{ kind: 'none' }], false);
    case 'list':
      return { kind: 'list', length: hypothesis.dimensions.literal(Math.min(seen.length, 3)) };
    case 'dict':
    case 'function':
      return { kind: seen.kind };
  }
}

function domainOf(range: Extract<Seen, { kind: 'array' }>['range']): Domain | null {
  if (range === 'unit') return { low: 0.1, high: 0.9 };
  return range === 'positive' ? { low: 0.2, high: 2 } : null;
}
