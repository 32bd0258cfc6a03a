/**
 * Why something is no target: what turned it down, or what was looked for beside it
 * and not found; and in the end what to write so that it is checked.
 */
import type { ClassDefinition, Program } from '../syntax/nodes';
import { classPair, implausible, verbs } from './detect/class-pair';
import { considerPairs, halfRejection, lookedFor } from './detect/find';
import { statementsOf } from './detect/guards';
import { halvesOf } from './detect/pair';
import type { CheckOptions } from './report';
import type { Place } from './why-places';

/** Sentences; `tried` is what it was taken for before its results spoke against it. */
export function whyNone(
  program: Program,
  options: CheckOptions,
  place: Place,
  tried: readonly unknown[],
): string[] {
  if (place.outer !== null) {
    return [
      ...(tried.length > 0 ? [] : reasonsOf(program, place)),
      `it is defined inside \`${place.outer}\`, so an annotation cannot reach it: move it to the top level to check it`,
    ];
  }
  const advice =
    place.kind === 'class'
      ? 'to check a method, write `# @gradcheck` above it'
      : 'to check it, write `# @gradcheck` above it';
  if (tried.length > 0) return [advice];
  if (options.detect === 'annotated') {
    return ['it has no annotation, and `detect` is set to `annotated`', advice];
  }
  return [...reasonsOf(program, place), advice];
}

function reasonsOf(program: Program, place: Place): string[] {
  const turnedDown = considerPairs(program).flatMap(({ pair, rejected }) => {
    const halves = [pair, ...halvesOf(pair.form)];
    const mine = halves.some((each) => each.nameSpan.start === place.nameSpan.start);
    if (!mine) return [];
    const linked = 'an annotation says otherwise, and wins';
    return [`${pair.why} (${pair.convention.code}), but ${rejected ?? linked}`];
  });
  if (turnedDown.length > 0) return turnedDown;
  const { definition } = place;
  if (definition === null) return [whyNoClass(program, place)];
  const never = halfRejection(program, definition);
  if (never !== null) return [`no pair is looked for: ${never}`];
  const missed = lookedFor(program, definition);
  if (missed.length > 0) return missed;
  const { name } = definition;
  return [
    `no convention takes it for half of a pair: nothing in this scope is named as its gradient (\`${name}_grad\`, \`d${name}\`, \`${name}_prime\`, \`${name}_backward\` and the like), it returns no gradient behind its value, and no parameter asks for one`,
  ];
}

/** Which test of a pair of methods a class does not pass. */
function whyNoClass(program: Program, place: Place): string {
  const definition = classAt(program, place);
  const pair = definition === null ? null : classPair(definition, program);
  if (definition === null || pair === null) {
    const known = verbs.slice(0, 4).map(([forward, backward]) => `\`${forward}\`/\`${backward}\``);
    return `it has no two methods that are named as forward and backward (${known.join(', ')} and the like)`;
  }
  const { forward, backward } = pair;
  const reason = implausible(definition, pair, program) ?? 'nothing speaks against it';
  return `its methods \`${forward.name}\` and \`${backward.name}\` are named as a pair, but ${reason}`;
}

function classAt(program: Program, { nameSpan }: Place): ClassDefinition | null {
  for (const each of statementsOf(program.body)) {
    if (each.kind === 'class' && each.definition.nameSpan.start === nameSpan.start) {
      return each.definition;
    }
  }
  return null;
}
