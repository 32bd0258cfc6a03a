/**
 * The reasoning behind a verdict as plain text: what was found where, the three
 * derivatives and how far they lie apart, the ladder of steps, the rule that decided.
 */
import type { StepPoint } from '../check/curve-report';
import type {
  ExplainReport,
  NumericReasoning,
  ParameterReasoning,
  Vote,
} from '../check/explain-report';
import type { JsonNumber } from '../check/report';
import { entryName, formatBound, formatNumber, formatPower, formatWithError } from './number';
import { count, derivativeName, verdictWords, wrap } from './words';

export function renderExplain(report: ExplainReport): string {
  const { path, line, name, verdict, code, reason, meaning, parameters } = report;
  const told = code === null ? '' : ` (${code})`;
  const sections = [
    [
      `${path}:${line}: ${name}: ${verdictWords[verdict].word}${told}`,
      ...indented(wrap(reason), 2),
      ...(meaning === null || parameters.length > 0
        ? []
        : indented(wrap(`${code}: ${meaning}`), 2)),
    ],
    headed('How it was found', report.found.flatMap(item)),
    headed('Where it was checked', placeLines(report)),
    ...parameters.map(parameterLines),
    headed('What was not checked', report.unchecked.flatMap(item)),
    headed('Notes', report.notes.flatMap(item)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')}\n`;
}

function headed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function placeLines({ inputs, points }: ExplainReport): string[] {
  const given = inputs.flatMap(({ name, value, origin }) => item(`${name} = ${value}: ${origin}`));
  if (points.length < 2) return given;
  const worded = points.map(({ at, verdict }) => ({ at, word: verdictWords[verdict].word }));
  const alike = worded.every(({ word }) => word === worded[0].word);
  const told = alike
    ? `all ${worded[0].word}`
    : worded.map(({ at, word }) => `${word} at ${at}`).join('; ');
  return [...given, ...item(`${count(points.length, 'point')}: ${told}`)];
}

function parameterLines(parameter: ParameterReasoning): string[] {
  const { name, index, at, verdict, code, numeric, curve } = parameter;
  const entry = derivativeName(entryName(name, index));
  const told = code === null ? '' : ` (${code})`;
  const where = at === '' ? '' : ` at ${at}`;
  return [
    ...wrap(`${entry}${where}: ${verdictWords[verdict].word}${told}`),
    ...indented(
      [
        ...valueLines(parameter),
        '',
        ...voteLines(parameter.votes),
        ...(parameter.votes.length > 0 ? [''] : []),
        ...wrap(`decided by: ${parameter.rule}`),
        '',
        ...ladderLines(numeric),
        '',
        ...wrap(coverageText(parameter)),
        ...(curve === null ? [] : ['', ...curveLines(curve)]),
      ],
      2,
    ),
  ];
}

function valueLines({ analytic, forward, numeric, written, source }: ParameterReasoning): string[] {
  const mode = `reverse mode; along a random direction it gives ${formatNumber(forward.reverse)}, forward mode ${formatNumber(forward.forward)} (${apart(forward.reverse, forward.forward)})`;
  const { value, error, evaluations, slopes } = numeric;
  const known = Number.isFinite(Number(value));
  const found = known ? formatWithError(value, error, 10) : '–';
  const sides =
    slopes === null
      ? ''
      : `, slope ${formatNumber(slopes.left)} from the left and ${formatNumber(slopes.right)} from the right`;
  const rows: [string, string, string][] = [
    ['analytic', formatNumber(analytic, 10), mode],
    ['numeric', found, `${stateWords(numeric)}, ${count(evaluations, 'evaluation')}${sides}`],
  ];
  if (source !== null && written !== null) {
    rows.push(['written', formatNumber(written, 10), `\`${source}\``]);
  }
  return table(rows);
}

function apart(a: JsonNumber, b: JsonNumber): string {
  const [first, second] = [Number(a), Number(b)];
  if (first === second) return 'equal to the last bit';
  const size = Math.max(Math.abs(first), Math.abs(second));
  return `${formatNumber(Math.abs(first - second) / size, 2)} apart, relatively`;
}

function stateWords({ state, second }: NumericReasoning): string {
  switch (state) {
    case 'resolved':
      return 'settled';
    case 'weak':
      return second === null
        ? 'no step size settles it'
        : `a second ladder of steps gives ${formatNumber(second)}`;
    case 'kink':
      return 'a kink: the mean of two slopes';
    case 'jump':
      return 'the function jumps here';
    case 'flat':
      return 'no step changes the function';
    default:
      return 'no finite value around the point';
  }
}

function voteLines(votes: readonly Vote[]): string[] {
  return table(
    votes.map(({ between: [a, b], distance, limit, agree }) => [
      `${a} and ${b}`,
      distance === 0 ? 'equal' : `${formatNumber(distance, 2)} apart`,
      `${agree ? 'agree' : 'differ'}: ${formatPower(limit)} is allowed`,
    ]),
  );
}

function ladderLines({ levels, step, noise, noiseSource }: NumericReasoning): string[] {
  const cause = noiseSource === null ? '' : `, most of it ${noiseSource}`;
  const noisy = wrap(`rounding noise of one evaluation: ${formatNumber(noise, 2)}${cause}`);
  if (levels.length === 0) return ['no step gave a finite value', ...noisy];
  const rows = levels.map((level): [string, string, string] => [
    `${level.step === step ? '>' : ' '} ${formatPower(level.step)}`,
    formatNumber(level.value, 12),
    level.error === 'Infinity' ? '–' : formatBound(level.error),
  ]);
  return [
    'ladder of steps h: central differences (f(x+h) - f(x-h)) / 2h, which are extrapolated to h = 0',
    ...table([['  h', 'difference', 'error bar'], ...rows]),
    ...wrap(
      '> the extrapolation that ends here has the smallest error bar: what one more step still changes, and rounding',
    ),
    ...noisy,
  ];
}

function coverageText({ name, coverage }: ParameterReasoning): string {
  const { entries, differenced, directions, evaluations } = coverage;
  const all = entries === differenced;
  const what = all
    ? entries === 1
      ? `${name} is one number`
      : `all ${entries} entries of ${name}, one by one`
    : `${differenced} of ${entries} entries of ${name}, one by one, and ${count(directions, 'random direction')} through all of them`;
  return `covered numerically: ${what}; ${count(evaluations, 'evaluation')}`;
}

const curveWidth = 40;

/** A line a step; the mark stands further to the right where the error is larger, so that the V lies on its side. */
function curveLines(curve: readonly StepPoint[]): string[] {
  const sizes = curve.map(({ error }) => Number(error)).filter((each) => each > 0);
  const finite = sizes.filter(Number.isFinite).map(Math.log10);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const place = (error: number) => {
    if (error === 0) return 0;
    const part = high > low ? (Math.log10(error) - low) / (high - low) : 0;
    return Math.round(part * curveWidth);
  };
  const rows = curve.map(({ step, error }): [string, string, string] => [
    formatPower(step),
    Number.isFinite(Number(error)) ? formatNumber(error, 2) : '–',
    Number.isFinite(Number(error)) ? `|${' '.repeat(place(Number(error)))}*` : '|',
  ]);
  return [
    'step-size curve: the error of a plain central difference against the analytic value',
    ...table([['h', 'error', ''], ...rows]),
  ];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column].length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column])))
      .join('  '),
  );
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`));
}

function item(text: string): string[] {
  return wrap(text).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`));
}
