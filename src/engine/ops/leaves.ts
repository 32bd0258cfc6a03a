/** Values that come from outside the graph: differentiated inputs and constants. */
import type { OpTable } from '../op';

const leaf = {
  outline: () => {
    throw new Error('A leaf is made by Graph.input or Graph.constant');
  },
  compute: () => {},
  reverse: () => [],
  forward: () => null,
};

export const leaves: Pick<OpTable, 'input' | 'constant'> = {
  input: { ...leaf, differentiable: true },
  constant: { ...leaf, differentiable: false },
};
