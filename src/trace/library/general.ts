/** What belongs to no family. */
import { fill } from '../construct';
import { isException } from '../members';
import { none } from '../values';
import type { Functions } from './shared';

export const general: Functions = {
  /** For what only prints or warns. */
  nothing: () => none,
  /** The constructor of builtin classes: an exception keeps what it is made with. */
  initialize: (call) => {
    const object = call.value('self');
    const keywords = new Map(call.keywords('keywords'));
    fill(call.machine, object, call.rest('arguments'), keywords, call.place);
    if (object.kind === 'instance' && isException(call.machine, object.type)) {
      object.attributes.set('args', call.value('arguments'));
    }
    return none;
  },
};
