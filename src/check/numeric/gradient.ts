/**
 * The numeric gradient with its error bars: every entry of few, and of many a
 * sample of entries and random directions, one input at a time; what a direction
 * contradicts is searched for the entries that are to blame.
 */
import type { EntryId } from '../../engine/graph';
import type { Analytic } from '../derivative';
import { type Source, seeded, signedMagnitudes } from '../random';
import { wrongEntries } from './bisect';
import { type Differenced, type Directional, type Estimated, Line } from './line';

/** How the numeric side covers the inputs. `again`: `auto` at a further point, where fewer entries are enumerated. */
export type Mode = 'auto' | 'full' | 'probe' | 'again';

/** Entries of all inputs together up to which each is differenced by itself. */
const enumerated: Readonly<Record<Mode, number>> = {
  auto: 64,
  again: 16,
  full: Number.POSITIVE_INFINITY,
  probe: -1,
};

/** Entries of a larger input that are differenced all the same. */
const sampled = 4;

/** The numeric gradient of one input; entries that were not computed have no difference. */
export interface Numeric {
  readonly checked: 'all' | 'probes';
  readonly differences: readonly (Estimated | null)[];
  /** In `probes`: derivatives of this input along random directions, and what the analytic gradient says. */
  readonly directions: readonly Directional[];
  /** Computes an entry that was not computed yet. */
  readonly confirm: (at: number) => void;
}

/** Differences every input of an experiment; `loss` is its scalar. */
export function numericGradient(
  experiment: Differenced,
  loss: EntryId,
  analytic: Analytic,
  settings: { readonly mode: Mode; readonly rtol: number; readonly seed: number },
): Numeric[] {
  const line = new Line(experiment, loss, analytic, settings.rtol);
  const total = experiment.inputs.reduce((sum, input) => sum + input.data.length, 0);
  const all = total <= enumerated[settings.mode];
  return experiment.inputs.map((input, index) => {
    const size = input.data.length;
    const chosen = all
      ? Array.from({ length: size }, (_, at) => at)
      : sampledEntries(size, seeded(settings.seed, input.name));
    const differences = new Array<Estimated | null>(size).fill(null);
    const confirm = (at: number): void => {
      differences[at] ??= line.coordinate(index, at);
    };
    chosen.forEach(confirm);
    if (chosen.length === size) {
      return { checked: 'all', differences, directions: [], confirm };
    }
    const source = seeded(settings.seed, `${input.name} direction`);
    const directions = [0, 1].map(() => line.direction(index, signedMagnitudes(source, size)));
    if (directions.some((each) => line.contradicts(each))) {
      wrongEntries(line, index, size, source).forEach(confirm);
    }
    return { checked: 'probes', differences, directions, confirm };
  });
}

/** Entries of a large input, drawn without repetition. */
function sampledEntries(size: number, source: Source): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(sampled, size)) chosen.add(Math.floor(source.uniform() * size));
  return [...chosen];
}
