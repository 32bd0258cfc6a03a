/** What belongs to no family. */
import type { LibraryCall } from '../library-call';
import { type Value, none } from '../values';

export const general: Readonly<Record<string, (call: LibraryCall) => Value>> = {
  nothing: () => none,
};
