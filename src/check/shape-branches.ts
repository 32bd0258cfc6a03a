/**
 * Code that asks for a shape (`if len(x) == 1`) is asked with shapes that answer otherwise: where all
 * that was drawn took one side, other shapes are drawn until one takes the other side, too.
 */
import type { FunctionDefinition } from '../syntax/nodes';
import { visit } from '../syntax/visit';
import { branchAt, readsShape } from '../trace/branches';
import type { Experiment } from './experiment';
import { isRight, tryOut } from './glance';
import { shapesAgree } from './judge';
import type { Sample } from './sample';

/** Each of them is a run. */
const mostSamples = 12;

/** The side of a branch that no run took yet. */
interface Open {
  readonly key: string;
  readonly side: boolean;
}

/**
 * The experiments at samples of `others` that take a side which `experiments` did not; as soon as
 * what is written is wrong at one of them, those alone.
 */
export function otherwiseShaped(
  experiments: readonly Experiment[],
  bodies: readonly FunctionDefinition[],
  path: string,
  others: () => readonly Sample[],
  make: (sample: Sample) => Experiment[],
  scale: number,
): Experiment[] {
  let open = openSides(experiments, bodies, path);
  if (open.length === 0) return [];
  const found: Experiment[] = [];
  for (const sample of others().slice(0, mostSamples)) {
    const made = tryOut(() => make(sample));
    if (!made.every(isRead)) continue;
    const left = open.filter(
      ({ key, side }) => !made.some(({ machine }) => machine.branches.took(key, side)),
    );
    if (left.length === open.length) continue;
    if (!made.every((each) => isRight(each, scale))) return made;
    open = left;
    found.push(...made);
  }
  return found;
}

function openSides(
  experiments: readonly Experiment[],
  bodies: readonly FunctionDefinition[],
  path: string,
): Open[] {
  const keys = new Set<string>();
  visit(
    bodies.map(({ body }) => body),
    (node) => {
      const test = node.kind === 'if' ? node.test : node.kind === 'compare' ? node : null;
      if (test !== null && readsShape(test)) keys.add(branchAt(path, test.span).key);
      // What only refuses is no way to compute.
      return node.kind !== 'assert';
    },
  );
  const took = (key: string, side: boolean) =>
    experiments.some(({ machine }) => machine.branches.took(key, side));
  return [...keys].flatMap((key) =>
    [true, false].flatMap((side) => (took(key, !side) && !took(key, side) ? [{ key, side }] : [])),
  );
}

/** Whether what is written is read, and has the shapes of its inputs. */
function isRead({ written, inputs, unread }: Experiment): boolean {
  return (
    unread.length === 0 &&
    written.length > 0 &&
    written.every((each) => shapesAgree(each.shape, inputs[each.input].shape))
  );
}
