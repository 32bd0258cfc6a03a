/** What belongs to no family. */
import { none } from '../values';
import type { Functions } from './shared';

export const general: Functions = {
  /** For what only prints or warns. */
  nothing: () => none,
};
