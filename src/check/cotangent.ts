/** The cotangent that makes a scalar of an output: ones, random weights, one entry, or what an annotation gives. */
import type { EntryId } from '../engine/graph';
import { sizeOf } from '../engine/shape';
import { peek } from '../trace/arrays';
import { toTrueArray } from '../trace/convert';
import { Stop } from '../trace/limits';
import { evaluateIn } from '../trace/program';
import type { TargetOptions } from './options';
import { seeded, signedMagnitudes } from './random';
import type { Run } from './run';
import { evaluateAnnotation } from './sample';

/** The cotangent for an output, flat: ones, random signed magnitudes, one entry, or what the annotation gives. */
export function makeCotangent(
  run: Run,
  output: EntryId,
  options: TargetOptions,
  kind: 'ones' | 'random' | 'other' | number,
): Float64Array {
  const { graph } = run.machine;
  const { shape, size } = graph.entry(output);
  if (typeof kind === 'number') {
    return new Float64Array(size).fill(1, kind, kind + 1);
  }
  const chosen = options.upstream === 'auto' ? kind : options.upstream;
  if (chosen === 'ones') return new Float64Array(size).fill(1);
  if (chosen === 'random' || chosen === 'other') {
    const stream = chosen === 'random' ? 'upstream' : 'other upstream';
    return signedMagnitudes(seeded(options.check.seed, stream), size);
  }
  const place = { path: run.frame.scope.path, ...chosen.span };
  const value = evaluateAnnotation(run.frame, () => evaluateIn(run.frame, chosen));
  const array = toTrueArray(run.machine, value, place);
  if (array === null || (sizeOf(array.shape) !== size && sizeOf(array.shape) !== 1)) {
    throw new Stop(
      'error',
      'annotation',
      `upstream= has the shape (${array?.shape.join(', ') ?? ''}), but the output has (${shape.join(', ')})`,
      place,
    );
  }
  const data = peek(graph, array);
  return data.length === size ? data : new Float64Array(size).fill(data[0]);
}
