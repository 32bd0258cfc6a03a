/**
 * The `@gradcheck` lines of one target: its points and its options. What cannot
 * be understood becomes a Problem; nothing is ignored.
 */
import type { Annotation, AnnotationItem } from '../syntax/annotation';
import { nearest } from '../syntax/nearest';
import type { Expression } from '../syntax/nodes';
import type { Problem } from '../syntax/problem';
import { dottedName } from '../trace/targets';
import type { CheckOptions } from './report';

export type GivenItem = Exclude<AnnotationItem, { kind: 'skip' }>;

export interface TargetOptions {
  readonly wrt: readonly string[] | null;
  readonly of: string | null;
  readonly gradients: readonly string[];
  readonly upstream: 'auto' | 'ones' | 'random' | Expression;
  readonly scale: number;
  /** The reason why this is never checked; null: it is. */
  readonly skip: string | null;
  readonly check: CheckOptions;
}

export interface AnnotatedPoints {
  /** The items of each line that gives a value, shape or interval. */
  readonly points: readonly (readonly GivenItem[])[];
  readonly options: TargetOptions;
  readonly problems: readonly Problem[];
}

const optionNames = [
  'wrt',
  'of',
  'gradient',
  'points',
  'seed',
  'rtol',
  'atol',
  'mode',
  'upstream',
  'scale',
  'skip',
];

/** `known` are the names that items may give: parameters, and `self.` attributes by prefix. */
export function readOptions(
  annotations: readonly Annotation[],
  known: {
    readonly parameters: readonly string[];
    readonly self: string | null;
    readonly of: string;
  },
  defaults: CheckOptions,
): AnnotatedPoints {
  const problems: Problem[] = [];
  const points: GivenItem[][] = [];
  const gradients: string[] = [];
  const check: { -readonly [K in keyof CheckOptions]: CheckOptions[K] } = { ...defaults };
  const read: { -readonly [K in keyof TargetOptions]: TargetOptions[K] } = {
    wrt: null,
    of: null,
    gradients,
    upstream: 'auto',
    scale: 1,
    skip: null,
    check,
  };
  const wrong = (item: AnnotationItem, message: string) =>
    problems.push({ span: item.span, code: 'annotation', severity: 'error', message });

  const isParameter = (name: string) => {
    const [head] = name.split('.');
    return (
      known.parameters.includes(head) ||
      (known.self !== null && head === known.self && name.includes('.'))
    );
  };

  const readOption = (item: Extract<AnnotationItem, { kind: 'value' }>) => {
    const { name, value } = item;
    const number = numberOf(value);
    switch (name) {
      case 'wrt': {
        const names = namesOf(value);
        if (names === null) return wrong(item, 'wrt= needs names: `wrt=x` or `wrt=(x, w)`');
        for (const each of names) {
          if (!isParameter(each)) wrong(item, unknownName(each, known));
        }
        read.wrt = names;
        return;
      }
      case 'of':
      case 'gradient': {
        const named = dottedName(value);
        if (named === null)
          return wrong(item, `${name}= needs the name of a function: \`${name}=cost\``);
        if (name === 'of') read.of = named;
        else gradients.push(named);
        return;
      }
      case 'points':
        if (number === null || !Number.isInteger(number) || number < 1 || number > 1000) {
          return wrong(item, 'points= needs a whole number from 1 to 1000: `points=5`');
        }
        check.points = number;
        return;
      case 'seed':
        if (number === null || !Number.isInteger(number)) {
          return wrong(item, 'seed= needs a whole number: `seed=3`');
        }
        check.seed = number;
        return;
      case 'rtol':
      case 'atol':
        if (number === null || number < 0) {
          return wrong(item, `${name}= needs a number that is not negative: \`${name}=1e-8\``);
        }
        check[name] = number;
        return;
      case 'mode': {
        const word = wordOf(value);
        if (word !== 'auto' && word !== 'full' && word !== 'probe') {
          return wrong(item, 'mode= is `auto`, `full` or `probe`');
        }
        check.mode = word;
        return;
      }
      case 'upstream': {
        const word = wordOf(value);
        read.upstream = word === 'ones' || word === 'random' ? word : value;
        return;
      }
      case 'scale':
        if (number === null || number === 0) {
          return wrong(item, 'scale= needs a number other than 0: `scale=-1`');
        }
        read.scale = number;
        return;
      case 'skip':
        return wrong(
          item,
          'skip needs a reason after a colon: `skip: sampled inputs make no sense`',
        );
      default:
        return wrong(item, unknownName(name, known));
    }
  };

  for (const annotation of annotations) {
    if (annotation.kind !== 'gradcheck') continue;
    const given: GivenItem[] = [];
    for (const item of annotation.items) {
      if (item.kind === 'skip') read.skip = item.reason;
      else if (item.kind === 'drawn' || (!item.option && isParameter(item.name))) {
        if (isParameter(item.name)) given.push(item);
        else wrong(item, unknownName(item.name, known));
      } else readOption(item);
    }
    if (given.length > 0) points.push(given);
  }
  return { points, options: read, problems };
}

function unknownName(
  name: string,
  known: { readonly parameters: readonly string[]; readonly of: string },
): string {
  const close = nearest(name, [...known.parameters, ...optionNames]);
  const has =
    known.parameters.length === 0
      ? `${known.of} has no parameters`
      : `${known.of} has the parameters ${known.parameters.join(', ')}`;
  const hint = close === null ? '' : `; did you mean \`${close}\`?`;
  return `\`${name}\` is neither a parameter nor an option: ${has}${hint}`;
}

/** A literal number, with sign; null for anything else. */
export function numberOf(value: Expression): number | null {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'unary' && value.operator === 'negate') {
    const inner = numberOf(value.operand);
    return inner === null ? null : -inner;
  }
  return null;
}

function wordOf(value: Expression): string | null {
  if (value.kind === 'text') return value.value;
  return value.kind === 'name' ? value.name : null;
}

function namesOf(value: Expression): string[] | null {
  const items = value.kind === 'tuple' || value.kind === 'list' ? value.items : [value];
  const names = items.map(dottedName);
  return names.includes(null) ? null : (names as string[]);
}
