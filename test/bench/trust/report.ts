/** The tables of the trust bench: rules side by side, and rows with the bounds to be held. */
import type { LanguageFrontEnd } from '../../../src/languages';
import { type Hard, hardPoints, jumpPoints, kinkPoints } from './hard';
import { factors, quantile, type Study, study } from './study';

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly bound: string;
  readonly short: boolean;
}

const leastCovered = 0.98;
const mostEvaluations = 8;

export function report(front: LanguageFrontEnd, seed: number, points: number) {
  const studied = study(front, seed, points);
  const hard = hardPoints(front);
  const corners = { kinks: kinkPoints(front), jumps: jumpPoints(front) };
  const uncovered = hard.filter((each) => !each.covered || each.falselyConfident);
  const missed = [...corners.kinks, ...corners.jumps].filter((each) => !each.recognised);
  return {
    table: [heading(studied, seed), ...tableOf(studied)],
    rows: [
      ...studyRows(studied),
      ...hardRows(hard),
      allOf('kinks recognised, with both slopes', corners.kinks),
      allOf('jumps recognised', corners.jumps),
    ],
    details: [
      ...studied.wrong.map((each) => `  ${each}`),
      ...uncovered.map(
        ({ family, name, truth, found, error }) =>
          `  ${family}: ${name}: ${found} ± ${error}, truth ${truth}`,
      ),
      ...missed.map(({ name, found }) => `  ${name}: ${found}`),
    ],
    json: { seed, study: studied, hard, ...corners },
  };
}

function heading({ points, coordinates, visible }: Study, seed: number): string {
  const seen = factors.slice(1).map((factor, k) => `×${factor}: ${visible[k]}`);
  return `seed ${seed}: ${points} expressions, ${coordinates} coordinates; mistakes that float64 can see: ${seen.join(', ')}\n`;
}

/** Markdown, as it stands in the documentation. */
export function tableOf({ tallies }: Study): string[] {
  const mistakes = factors.slice(1).map((factor) => `×${factor} passed`);
  const head = ['rule', 'right flagged', ...mistakes, 'cannot verify', 'evaluations: median, p95'];
  const lines = tallies.map(({ name, flagged, passed, unverified, evaluations }, i) => [
    i === 0 ? `**${name}**` : name,
    flagged,
    ...passed,
    i === 0 ? unverified : '-',
    `${quantile(evaluations, 0.5)}, ${quantile(evaluations, 0.95)}`,
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}

function studyRows({ tallies, kinks }: Study): Row[] {
  const [{ flagged, passed, evaluations }] = tallies;
  return [
    atMost('right gradients flagged', flagged, 0),
    ...passed.map((count, k) => atMost(`mistakes of ×${factors[k + 1]} passed`, count, 0)),
    atMost('smooth coordinates called kinks', kinks, 0),
    atMost('evaluations a coordinate, median', quantile(evaluations, 0.5), mostEvaluations),
  ];
}

function hardRows(hard: readonly Hard[]): Row[] {
  const families = [...new Set(hard.map(({ family }) => family))];
  const rows = families.map((family) => {
    const own = hard.filter((each) => each.family === family);
    return atMost(`${family}: false confidence`, own.filter((e) => e.falselyConfident).length, 0);
  });
  const covered = hard.filter((each) => each.covered).length / hard.length;
  const value = `${(100 * covered).toFixed(1)} %`;
  const name = `${hard.length} hard points, error bar covers`;
  return [...rows, { name, value, bound: 'at least 98 %', short: covered < leastCovered }];
}

function atMost(name: string, value: number, most: number): Row {
  return { name, value: String(value), bound: `at most ${most}`, short: !(value <= most) };
}

function allOf(name: string, all: readonly { readonly recognised: boolean }[]): Row {
  const count = all.filter(({ recognised }) => recognised).length;
  const value = `${count} of ${all.length}`;
  return { name, value, bound: 'all', short: count < all.length };
}
