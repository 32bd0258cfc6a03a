/**
 * The library: what `np.sum`, `math.exp`, `len` or `.reshape` do, as compositions
 * of ops, by id. The tables of a language say which of its names is which id.
 */
import type { LibraryCall } from '../library-call';
import type { Value } from '../values';
import { general } from './general';

export type LibraryFunction = (call: LibraryCall) => Value;

export const library: Readonly<Record<string, LibraryFunction>> = { ...general };
