/**
 * Signatures of library functions, as the tables write them
 * (`a:array, axis=None, dtype!=None, *shape, **keywords`), and the binding of
 * a call's arguments to them.
 */
import type { Place } from '../engine/graph';
import type { Machine } from './machine';
import {
  bool,
  ellipsis,
  float,
  int,
  type LibraryValue,
  none,
  text,
  tuple,
  type UnknownValue,
  type Value,
} from './values';

interface SignatureParameter {
  /** As the language spells it. */
  readonly name: string;
  /** All spellings that a keyword may have: `axis`, `dim`. */
  readonly names: readonly string[];
  /** As the library function knows it. */
  readonly canonical: string;
  readonly default: Value | undefined;
  /** Accepted at its default only. */
  readonly fixed: boolean;
  readonly kind: 'positional' | 'keywordOnly' | 'rest' | 'keywordRest';
}

const parsed = new Map<string, readonly SignatureParameter[]>();

interface Bound {
  readonly values: ReadonlyMap<string, Value>;
  /** The first argument that is not known, when there is one. */
  readonly unknown: UnknownValue | null;
}

export function bindSignature(
  machine: Machine,
  callee: LibraryValue,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  place: Place,
): Bound {
  const parameters = signatureOf(callee.signature);
  const values = new Map<string, Value>();
  let unknown: UnknownValue | null = null;
  let taken = 0;
  let used = 0;
  for (const parameter of parameters) {
    let value: Value | undefined;
    if (parameter.kind === 'rest') {
      value = tuple(positional.slice(taken));
      taken = positional.length;
    } else if (parameter.kind === 'keywordRest') {
      const named = new Set(parameters.flatMap((each) => each.names));
      const unused = [...keywords].filter(([name]) => !named.has(name));
      const entries = unused.map(
        ([name, given]) => [`t${name}`, { key: text(name), value: given }] as const,
      );
      value = { kind: 'dict', entries: new Map(entries) };
      used = keywords.size;
    } else if (parameter.kind === 'positional' && taken < positional.length) {
      value = positional[taken++];
    } else if (keywords.size > 0) {
      const spelled = parameter.names.find((name) => keywords.has(name));
      if (spelled !== undefined) {
        value = keywords.get(spelled);
        used += 1;
      }
    }
    if (value?.kind === 'unknown') unknown ??= value;
    const given = value !== undefined;
    value ??= parameter.default;
    if (value === undefined) {
      machine.raise(
        'TypeError',
        `${callee.name}() is called without its argument ${parameter.name}`,
        place,
      );
    }
    if (given && parameter.fixed && !isDefault(value, parameter.default)) {
      machine.refuse(`${parameter.name}= of ${callee.name}() is not supported`, place);
    }
    values.set(parameter.canonical, value);
  }
  if (taken < positional.length) {
    machine.raise('TypeError', `${callee.name}() takes at most ${taken} arguments`, place);
  }
  if (used < keywords.size) {
    const extra = [...keywords.keys()].find(
      (each) => !parameters.some((one) => one.names.includes(each)),
    );
    machine.refuse(`${extra ?? 'a keyword'}= of ${callee.name}() is not supported`, place);
  }
  return { values, unknown };
}

/** The parsed form of a signature; the same object for the same text. */
function signatureOf(signature: string): readonly SignatureParameter[] {
  let found = parsed.get(signature);
  if (found === undefined) {
    found = parse(signature);
    parsed.set(signature, found);
  }
  return found;
}

function parse(signature: string): SignatureParameter[] {
  const parameters: SignatureParameter[] = [];
  let keywordOnly = false;
  for (const part of signature.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    if (part === '*') {
      keywordOnly = true;
      continue;
    }
    const [head, shown] = part.includes('=') ? part.split('=') : [part, null];
    const stars = head.startsWith('**') ? 2 : head.startsWith('*') ? 1 : 0;
    const fixed = head.endsWith('!');
    const [spellings, canonical] = head.slice(stars, fixed ? -1 : undefined).split(':');
    const names = spellings.split('|');
    const [name] = names;
    const kind =
      stars === 2
        ? 'keywordRest'
        : stars === 1
          ? 'rest'
          : keywordOnly
            ? 'keywordOnly'
            : 'positional';
    if (stars === 1) keywordOnly = true;
    parameters.push({
      name,
      names,
      canonical: canonical ?? name,
      default: shown === null ? (fixed ? none : undefined) : constant(shown),
      fixed,
      kind,
    });
  }
  return parameters;
}

function constant(shown: string): Value {
  if (shown === 'None') return none;
  if (shown === '...') return ellipsis;
  if (shown === 'True' || shown === 'False') return bool(shown === 'True');
  if (shown.startsWith("'")) return text(shown.slice(1, -1));
  const value = Number(shown);
  if (Number.isNaN(value)) throw new Error(`bad default ${shown} in a signature`);
  return /^-?\d+$/.test(shown) ? int(value) : float(value);
}

function isDefault(value: Value, standard: Value | undefined): boolean {
  if (value.kind === 'none') return true;
  if (value.kind === 'number' && standard?.kind === 'number') return value.value === standard.value;
  if (value.kind === 'text' && standard?.kind === 'text') return value.value === standard.value;
  return false;
}
