/**
 * Tells why a function, class, method or claim is a target or not: the annotation or the
 * convention that makes it one and how what was open was settled, else what was looked
 * for; and where each input of its sample comes from.
 */
import { classConvention } from './detect/class-pair';
import { halvesOf, type Pair } from './detect/pair';
import { checkOne, type Opened, type Part } from './opened';
import type { Outcome } from './outcome';
import type { CheckOptions, ConventionReport, SampleReport } from './report';
import { shortValue } from './sentences';
import { type FunctionTarget, findTargets, forwardName, linkedNames, type Target } from './targets';
import { whyNone } from './why-none';
import { type Place, placeOf, placesOf } from './why-places';
import type { WhyInput, WhyReport } from './why-report';

/** The answer for a qualified name, or for the innermost definition that holds an offset; null: there is none. */
export function explain(
  opened: Opened,
  options: CheckOptions,
  which: string | number,
): WhyReport | null {
  const { program, assembler } = opened;
  const { targets } = findTargets(program, options);
  const place = placeOf(placesOf(program, targets), which);
  if (place === null) return null;
  const parts = targets
    .filter((target) => concerns(target, place))
    .map((target) => ({ target, part: partOf(opened, target, place) }));
  const real = parts.filter(({ part }) => part.outcome.noPair === undefined);
  const reasons = parts.flatMap(({ target, part }) => whyTarget(opened, target, part, place));
  const shown = (real[0] ?? parts[0])?.part ?? null;
  return {
    schema: 1,
    path: program.path,
    name: place.name,
    line: assembler.range(place.nameSpan).line,
    target: real.length > 0,
    reasons: real.length > 0 ? reasons : [...reasons, ...whyNone(program, options, place, parts)],
    conventions: parts.flatMap(({ target }) => conventionOf(target) ?? []),
    outcome: real.length > 0 && shown !== null ? outcomeOf(shown.outcome) : null,
    sample: shown === null ? [] : inputsOf(shown.outcome, place.kind === 'claim'),
    notes: [
      ...(shown?.outcome.notes ?? []),
      ...(shown?.outcome.unchecked ?? []).map((each) => `not checked: ${each}`),
      ...insideOf(targets, place),
    ],
  };
}

/** Names that can be asked about, for the nearest spelling. */
export function whyNames({ program }: Opened, options: CheckOptions): string[] {
  return placesOf(program, findTargets(program, options).targets).map(({ name }) => name);
}

function concerns(target: Target, place: Place): boolean {
  const here = (each: { readonly nameSpan: { readonly start: number } }) =>
    each.nameSpan.start === place.nameSpan.start;
  switch (target.kind) {
    case 'claims':
      return target.claims.some(here);
    case 'function':
      return here(target.definition) || namesAsGradient(target, place) || isOf(target, place);
    case 'class':
      return [target.definition, target.forward, target.backward].some(here);
    case 'pair': {
      const { form } = target.pair;
      if (target.name === place.name) return true;
      // What a class inherits is told under its own name there.
      const forward = halvesOf(form)[0];
      return here(forward) && (halvesOf(form).length > 1 || form.kind === 'rule');
    }
  }
}

/** An annotation of the target names it: `gradient=cost_prime`. */
function namesAsGradient({ definition }: FunctionTarget, place: Place): boolean {
  const name = place.definition?.name;
  return name !== undefined && place.outer === null && linkedNames(definition).includes(name);
}

/** Its annotation says that it is the gradient of this: `of=cost`. */
function isOf({ definition, owner }: FunctionTarget, place: Place): boolean {
  const of = forwardName(definition);
  const name = owner === null ? of : `${owner.name}.${of}`;
  return of !== null && place.outer === null && (place.name === name || place.name === of);
}

function partOf(opened: Opened, target: Target, place: Place): Part {
  if (target.kind !== 'claims') return checkOne(opened, target)[0];
  const claims = target.claims.filter((each) => each.nameSpan.start === place.nameSpan.start);
  return checkOne(opened, { ...target, claims })[0];
}

function conventionOf(target: Target): ConventionReport | null {
  if (target.kind === 'pair') return target.pair.convention;
  return target.kind === 'class' ? classConvention(target) : null;
}

function whyTarget(opened: Opened, target: Target, part: Part, place: Place): string[] {
  const { described, outcome } = part;
  const line = opened.assembler.range(described.annotationSpans[0] ?? described.nameSpan).line;
  const annotated = `an annotation asks for it, line ${line}`;
  switch (target.kind) {
    case 'claims':
      return [`a comment \`# @grad\` claims its value, line ${line}`];
    case 'function': {
      if (isOf(target, place)) {
        return [
          `the annotation of \`${target.name}\` says that this is what it differentiates, line ${line}`,
        ];
      }
      if (target.definition.nameSpan.start !== place.nameSpan.start) {
        return [`the annotation of \`${target.name}\` names it as its gradient, line ${line}`];
      }
      const sources = [...new Set(outcome.rows.map(({ report }) => report.source))];
      const written = sources.flatMap((each) => (each === null ? [] : [`\`${each}\``]));
      if (written.length === 0) return [annotated];
      return [annotated, `its written gradient is ${written.join(', ')}`];
    }
    case 'class':
    case 'pair': {
      const found = described.found;
      const how = `${found?.why}: ${found?.convention?.words} (${found?.convention?.code})`;
      const own = target.name === place.name;
      const first = own ? how : `it is checked as part of \`${target.name}\`; ${how}`;
      const asked = target.annotated ? [annotated] : settled(openOf(target), outcome);
      return [first, ...asked];
    }
  }
}

function openOf(target: Target): Pair['open'] | null {
  return target.kind === 'pair' ? target.pair.open : null;
}

/** What the names left open, and how it was settled. */
function settled(open: Pair['open'] | null, outcome: Outcome): string[] {
  if (outcome.noPair !== undefined) return [`but it is no pair after all: ${outcome.noPair}`];
  if (open === null) {
    return ['both are written, and they take and return what a computation and its gradient do'];
  }
  if (open === 'nothing') return ['its names leave nothing open'];
  const { verdict, code } = outcome;
  const doubt = `names alone do not settle whether it is a pair`;
  if (code === 'skeleton' || code === 'annotation' || code === 'skipped') return [doubt];
  if (verdict === 'unsupported' || verdict === 'error') {
    return [`${doubt}; it counts as one because the text of what is written speaks of gradients`];
  }
  if (open === 'shape') {
    return [`${doubt}; it counts as one because what is written has the shape of a gradient`];
  }
  return [
    verdict === 'mismatch'
      ? `${doubt}; it counts as one because the text of what is written speaks of gradients, or its mistake is a known one`
      : `${doubt}; it counts as one because what is written does not contradict it`,
  ];
}

function outcomeOf({ verdict, reason }: Outcome): WhyReport['outcome'] {
  return { verdict, reason };
}

/** The inputs of the first point, each with where it comes from. */
function inputsOf({ samples }: Outcome, isClaim: boolean): WhyInput[] {
  const [sample] = samples;
  if (sample === undefined) return [];
  return Object.entries(sample.at).map(([name, value]) => {
    const origin = originOf(name, sample.origins, isClaim);
    return { name, value: shortValue(value), origin };
  });
}

function originOf(name: string, origins: SampleReport['origins'], isClaim: boolean): string {
  const [parent, attribute] = name.split('.');
  const known = origins[name] ?? origins[parent];
  if (known !== undefined) return known;
  if (isClaim) return 'as the program sets it';
  const parts = Object.entries(origins).filter(([key]) => key.startsWith(`${name}.`));
  if (parts.length > 0) {
    return parts.map(([key, origin]) => `\`${key.slice(name.length + 1)}\`: ${origin}`).join('; ');
  }
  if (parent !== 'self') return 'given in the annotation';
  const given = origins[attribute];
  return given === undefined
    ? 'as the object sets it'
    : `as the object sets it; \`${attribute}\`: ${given}`;
}

/** Targets that stand in a function or class, each with a name of its own. */
function insideOf(targets: readonly Target[], place: Place): string[] {
  const names = targets.flatMap((target) => {
    if (target.kind === 'claims') {
      return target.claims.flatMap(({ name, nameSpan }) => (inside(nameSpan) ? [name] : []));
    }
    const { nameSpan } = target.kind === 'pair' ? target.pair : target.definition;
    return inside(nameSpan) && target.name !== place.name ? [target.name] : [];
  });
  function inside({ start }: { readonly start: number }): boolean {
    return place.span.start < start && start < place.span.end && start !== place.nameSpan.start;
  }
  return names.length === 0 ? [] : [`checked inside it: ${[...new Set(names)].join(', ')}`];
}
