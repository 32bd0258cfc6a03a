/** Parameters with a default, and keys with one: which of them are moved off it, and to what. */
import type { Clues } from './clues';
import { choice, type Found } from './decide';
import type { Literal } from './hypothesis';
import { hyperparameter, isBystander, isThreshold } from './names';
import { lastName } from './uses';

/** A parameter with a default: hyperparameters are moved off it, the rest keeps it. */
export function fromDefault(
  clues: Clues,
  path: string,
  value: Literal | null,
  inside: boolean,
): Found {
  const name = lastName(path);
  const shown = value === null ? '' : `, ${literalText(value)}`;
  const keep: Found = { kind: { kind: 'absent' }, origin: `its default${shown}`, firm: true };
  if (value === null || (!inside && !clues.movable(name))) return keep;
  const moved = (options: readonly Literal[], spread: boolean): Found => ({
    kind: choice([...options, value], spread),
    origin: 'moved off its default',
    firm: false,
  });
  const rule = hyperparameter(name);
  if (isBystander(name) && value.kind === 'boolean') {
    const trains = /^(is_?)?train/.test(name) && !value.value;
    return trains ? moved([{ kind: 'boolean', value: true }], false) : keep;
  }
  if (/^eps(ilon)?$/.test(name) && value.kind === 'real') {
    // A guard is small and never zero: what is not does something else.
    if (value.value !== 0 && Math.abs(value.value) < 0.1) return keep;
    const other = value.value === 0 ? 0.1 : Number((1.3 * value.value).toPrecision(3));
    return moved([{ kind: 'real', value: other }], false);
  }
  if (/^(seed|random_state|lr|learning_rate)$/.test(name)) return keep;
  if (value.kind === 'boolean') {
    return moved([{ kind: 'boolean', value: !value.value }], true);
  }
  const numeric = value.kind === 'whole' || value.kind === 'real';
  if (numeric && value.value !== 0 && clues.uses.limits.has(path)) {
    // Small enough that both sides of it are met.
    const least = Math.min(Math.abs(value.value), 1.2) * 0.7;
    return moved([{ kind: 'real', value: Math.sign(value.value) * least }], false);
  }
  // Where its sign decides, both signs are shown.
  const isMargin = /^(margin|delta|thresh\w*|cut\w*)$/.test(name);
  if (numeric && value.value !== 0 && !isMargin && clues.uses.thresholds.get(path)?.has(0)) {
    const most = Number((0.8 * value.value).toPrecision(3));
    return moved(
      [most, -most].map((each) => ({ kind: 'real', value: each })),
      true,
    );
  }
  // A margin around a distance: on one side of all that is drawn where it is small, on the other where it is large.
  if (numeric && value.value > 0 && isThreshold(name) && clues.uses.thresholds.has(path)) {
    const [small, large] = [0.7, 4].map((factor) => Number((factor * value.value).toPrecision(3)));
    return moved(
      [
        { kind: 'real', value: small },
        { kind: 'real', value: large },
      ],
      true,
    );
  }
  // A window of several rows shows all that a window can; paddings may be made for its size.
  const isWindow = /^(kernel|filter|pool|window)(_?size)?$/.test(name);
  if (isWindow && value.kind === 'whole' && value.value > 1) return keep;
  if (rule !== null && (numeric || (value.kind === 'none' && /axis|dim/.test(name)))) {
    const options = rule.options.filter((each) => !sameLiteral(each, value));
    return moved(options, rule.spread);
  }
  if (numeric && (value.value === 0 || value.value === 1)) {
    const other: Literal =
      value.kind === 'whole'
        ? { kind: 'whole', value: 2 }
        : { kind: 'real', value: value.value === 0 ? 0.4 : 1.3 };
    return moved([other], false);
  }
  // Chances and shares stay below one; whole numbers may be sizes.
  if (value.kind === 'real' && Math.abs(value.value) >= 0.05 && Math.abs(value.value) < 20) {
    return moved([{ kind: 'real', value: Number((0.8 * value.value).toPrecision(3)) }], false);
  }
  return keep;
}

/** A literal as Python writes it. */
export function literalText(value: Literal): string {
  switch (value.kind) {
    case 'text':
      return `'${value.value}'`;
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'order':
      return `(${value.value.join(', ')})`;
    default:
      return String(value.value);
  }
}

function sameLiteral(a: Literal, b: Literal): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
