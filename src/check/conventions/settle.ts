/**
 * The last word on a pair that nobody annotated: whether it is one at all, what a
 * convention makes of a mismatch, and that only what is written counts.
 */
import { Stop } from '../../trace/limits';
import type { Pair } from '../detect/pair';
import { isClose } from '../judge';
import { type Outcome, passReason } from '../outcome';
import { type Procedure, runOnce } from '../procedures/procedure';
import { worstVerdict } from '../rows';
import { whyNoPair } from './no-pair';
import { type Case, reconsider } from './reconsider';
import { spreadOperands } from './spread-operands';

export interface Unsettled extends Case {
  readonly open: Pair['open'];
  /** What is written speaks of gradients. */
  readonly speaks: boolean;
}

export function settle(given: Unsettled): Outcome {
  const { outcome, open, speaks } = given;
  // What a convention explains need not speak of gradients.
  const explained = open === 'value' ? reconsider(given) : null;
  const convention =
    explained !== null && explained.verdict !== 'mismatch' && explained.code !== 'deliberate';
  if (explained !== null && outcome.verdict === 'mismatch' && convention) {
    return onlyWritten(explained);
  }
  const noPair = whyNoPair(outcome, { open, speaks });
  if (noPair !== null) return { ...outcome, noPair };
  if (
    !speaks &&
    open !== 'nothing' &&
    outcome.verdict === 'mismatch' &&
    isInverse(given.procedure, outcome)
  ) {
    return { ...outcome, noPair: 'what is written is the inverse of the function' };
  }
  const settled = onlyWritten(reconsider(given));
  const spread = spreadOperands({ ...given, outcome: settled });
  return spread === null ? settled : onlyWritten(spread);
}

/** Given the output itself, and nothing else, what is written gives the input back. */
function isInverse(procedure: Procedure, { experiments }: Outcome): boolean {
  const [{ sample, integers }] = experiments;
  if (sample === null) return false;
  const returns = (times: number) => {
    const { inputs, output, run, write } = runOnce(procedure, sample, integers);
    const given = run.machine.graph.value(output.entry).map((each) => times * each);
    const [first] = write(given).written;
    if (first === undefined) return false;
    const { data } = inputs[first.input];
    return (
      first.data.length === data.length &&
      data.every((each, at) => isClose(each, first.data[at], 1e-9, 1e-9))
    );
  };
  try {
    return returns(1) && !returns(2);
  } catch (stop) {
    if (stop instanceof Stop) return false;
    throw stop;
  }
}

/** Of a pair only what is written counts: other inputs were looked at, but nobody asked. */
function onlyWritten(outcome: Outcome): Outcome {
  const rows = outcome.rows.filter((row) => row.report.source !== null);
  if (rows.length === 0 || rows.length === outcome.rows.length) return outcome;
  const verdict = worstVerdict(rows.map((row) => row.report.verdict));
  if (verdict === outcome.verdict && (verdict !== 'pass' || outcome.code !== null)) {
    return { ...outcome, rows };
  }
  const worst = rows.find((row) => row.report.verdict === verdict);
  const reason = verdict === 'pass' ? passReason(rows) : (worst?.report.reason ?? outcome.reason);
  return { ...outcome, verdict, code: worst?.report.code ?? null, reason, rows };
}
