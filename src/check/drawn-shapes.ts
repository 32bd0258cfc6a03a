/**
 * Whose mistake it is that a written gradient has not the shape of an input that GradLens drew:
 * a guessed shape blames nobody, unless something else shows that the input can have no other.
 */
import { areExchanged } from '../engine/shape';
import { explained } from './conventions/reconsider';
import type { Experiment } from './experiment';
import { shapesAgree } from './judge';
import type { Outcome } from './outcome';
import type { Row } from './rows';

/** How the shapes of inputs came about. */
interface Drawn {
  readonly inferred: readonly string[];
  /** All were seen in the code or forced by a run. */
  readonly firm: boolean;
  /** The derivative had a say in them. */
  readonly pressed: boolean;
  /** Whether all is right with another shape of one input. */
  readonly fits: (name: string, shape: readonly number[]) => boolean;
}

/**
 * Nobody is blamed for a shape that was only guessed, unless what is written for other inputs bears it
 * out, or the function is none for an input of the shape that is written. Where the ranks are known
 * (`firm`), the sizes may still be guessed.
 */
export function withoutBlame(outcome: Outcome, { inferred, firm, pressed, fits }: Drawn): Outcome {
  const isProof = ({ report }: Row) => report.source !== null && report.verdict === 'pass';
  // Data and more that do not fit are no slip where the derivative had a say in the shapes.
  const misfits = outcome.rows.filter(({ report }) => report.code === 'shape');
  const isData = ({ report }: Row) => !report.name.includes('.');
  const clash = pressed && misfits.length > 1 && misfits.some(isData);
  const proven = !clash && outcome.rows.some(isProof);
  // One number may stand for many that are equal, unless a constructor made the parameter.
  const isMade = (name: string) =>
    name.startsWith('self.') && !inferred.includes(name.split(/[.[]/)[1]);
  const isGuessed = ({ report }: Row) =>
    report.verdict === 'mismatch' &&
    report.code === 'shape' &&
    (isJacobian(outcome, report) ||
      ((!firm || isLength(outcome, report)) &&
        (!proven ||
          ([report.written].flat(9).length === 1 &&
            !isMade(report.name) &&
            !isBiasOfUnits(outcome, report.name))) &&
        !isOneNumber(outcome, report) &&
        !isBiasOfExamples(outcome, report) &&
        !isExchanged(outcome) &&
        couldBe(outcome, report, fits)));
  // To tell it takes another run of the function, so each row is asked once.
  const guessed = outcome.rows.filter(isGuessed);
  const whole = guessed.filter(({ report }) => isJacobian(outcome, report));
  const told = explained(
    outcome,
    'unverified',
    'layout',
    ({ reason }) => `${reason}; it may be a Jacobian in a layout that GradLens does not read`,
    (row) => whole.includes(row),
  );
  return explained(
    told,
    'unverified',
    'drawn',
    ({ reason }) =>
      `${reason}; GradLens drew ${inferred.join(', ')} and does not know which shapes the function expects there: give real ones with @gradcheck`,
    (row) => guessed.includes(row),
  );
}

/** Whether two gradients have each other's shape: no sizes of the inputs make up for that. */
function isExchanged({ experiments: [first] }: Outcome): boolean {
  const wrong = first.written.filter(
    ({ input, shape }) => !shapesAgree(shape, first.inputs[input].shape),
  );
  const own = wrong.map(({ input }) => first.inputs[input].shape);
  const given = wrong.map(({ shape }) => shape);
  return wrong.length === 2 && areExchanged(own, given);
}

const isBias = /(^|[.])(b\w?\d*|bias)$/;

/** Whether a bias has as many entries as there are units of weights whose own gradient is right. */
function isBiasOfUnits({ experiments: [first], rows }: Outcome, name: string): boolean {
  const bias = first.inputs.find((each) => each.name === name);
  if (bias === undefined || !isBias.test(name)) return false;
  const units = bias.shape.filter((size) => size > 1);
  return rows.some(({ report }) => {
    const shape = first.inputs.find((each) => each.name === report.name)?.shape ?? [];
    const isRight = report.source !== null && report.verdict === 'pass';
    return isRight && shape.length > 1 && units.length === 1 && shape.includes(units[0]);
  });
}

/** Whether one bias is written with an entry for each example, as many as the data have rows. */
function isBiasOfExamples({ experiments: [first] }: Outcome, report: Row['report']): boolean {
  const written = writtenOf(first, report);
  if (written?.shape.length !== 1 || report.shape.length > 0 || !isBias.test(report.name)) {
    return false;
  }
  return Object.values(first.at).some(
    (value) => Array.isArray(value) && Array.isArray(value[0]) && value.length === written.shape[0],
  );
}

/** Whether an input of the shape that is written as its gradient is one that the function takes. */
function couldBe(
  { experiments: [first] }: Outcome,
  report: Row['report'],
  fits: (name: string, shape: readonly number[]) => boolean,
): boolean {
  const written = writtenOf(first, report);
  const given = first.sample?.recipes.has(report.name.split(/[.[]/)[0]) === true;
  return written === undefined || !given || fits(report.name, written.shape);
}

/**
 * Whether it may be a Jacobian in a layout that is not known, or of an output that has another shape
 * when other inputs have: it has more dimensions than its input, and nobody weights the outputs. In
 * several numbers there is one layout only.
 */
function isJacobian({ experiments: [first] }: Outcome, report: Row['report']): boolean {
  const written = writtenOf(first, report);
  return (
    written !== undefined &&
    (first.inputs.length === 1 || first.inputs.some(({ shape }) => shape.length > 0)) &&
    first.machine.graph.entry(first.output).size > 1 &&
    first.cotangent.every((each) => each === 1 || each === 0) &&
    written.shape.length > first.inputs[written.input].shape.length
  );
}

/** Whether the length of a vector differs: a call that hands it over need not tell of what length. */
function isLength({ experiments: [first] }: Outcome, report: Row['report']): boolean {
  const written = writtenOf(first, report);
  const isVector = (shape: readonly number[]) => shape.length === 1;
  return (
    written !== undefined && isVector(written.shape) && isVector(first.inputs[written.input].shape)
  );
}

function writtenOf({ written, inputs }: Experiment, { name, source }: Row['report']) {
  return written.find((each) => inputs[each.input].name === name && each.source === source);
}

/** The same number at all points for a slope that is not: no shape of the input makes that right. */
function isOneNumber({ experiments }: Outcome, { name, analytic, source }: Row['report']): boolean {
  const slopes = [analytic].flat(9).filter((each) => typeof each === 'number');
  const largest = Math.max(...slopes.map(Math.abs));
  const numbers = experiments.flatMap(({ inputs, written }) =>
    written
      .filter((each) => inputs[each.input].name === name && each.source === source)
      .map(({ data }) => (data.length === 1 ? data[0] : Number.NaN)),
  );
  const varies = Math.max(...slopes) - Math.min(...slopes) > 1e-3 * largest;
  return varies && numbers.length > 1 && numbers.every((each) => each === numbers[0]);
}
