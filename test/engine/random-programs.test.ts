/** Random programs of scalars, a region and kernels: both roads of a replay against a new record. */
import fc from 'fast-check';
import { applied, type Build, checkRoads, element, operandsOf, scalarOps, special } from './roads';

/** One step of a random program: what it does, on which earlier values, at which position. */
type Step = readonly [kind: string, first: number, second: number, position: number];

/** So many numbers have moves of a few by rows, and of all by kernels. */
const size = 20;
const everything = Int32Array.from({ length: size }, (_, i) => i);

const kernels = ['sum', 'writeMany', 'writeAll', 'pin', 'pinMany'];
const moves = ['write', 'read', 'read', 'condition'];
const anyStep: fc.Arbitrary<Step> = fc.tuple(
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...scalarOps) },
    { weight: 20, arbitrary: fc.constantFrom(...moves) },
    { weight: 1, arbitrary: fc.constantFrom(...kernels) },
  ),
  fc.nat(),
  fc.nat(),
  fc.nat({ max: size - 1 }),
);

/** Scalar values, a region that is written along the way, now and then a kernel on the region. */
function builder(program: readonly Step[]): Build {
  return (graph, elements, input) => {
    const values = [...elements];
    let region = graph.apply('copy', [input], null);
    for (const [kind, first, second, position] of program) {
      const a = values[first % values.length];
      const b = values[second % values.length];
      const positions = Int32Array.of(position);
      if (kind === 'write') region = graph.apply('write', [region, a], { positions });
      else if (kind === 'read') values.push(element(graph, region, position));
      else if (kind === 'condition') values.push(applied(graph, [a, b, values[position]], 'where'));
      else if (kind === 'pin') graph.pin(a, null);
      else if (kernels.includes(kind)) {
        const few = Int32Array.of(position, size - 1 - position, 2);
        const some = kind === 'writeAll' ? everything.toReversed() : few;
        const part = graph.apply('gather', [region], { positions: some, shape: [some.length] });
        const bent = graph.apply('atan', [part], null);
        const axes = { axes: [0], keepDimensions: false };
        if (kind === 'sum') values.push(graph.apply('sum', [bent], axes));
        else if (kind === 'pinMany') graph.pin(bent, null);
        else region = graph.apply('write', [region, bent], { positions: some });
      } else {
        const count = operandsOf(kind);
        values.push(applied(graph, [a, b, values[position]].slice(0, count), kind));
      }
    }
    // Long enough to be compiled, however short the program is.
    for (let i = 0; i < 16; i++) values.push(applied(graph, [values[values.length - 1]], 'atan'));
    const end = graph.apply('gather', [region], { positions: everything, shape: [size] });
    return [end, ...values.filter((_, i) => i % 3 === 0), values[values.length - 1]];
  };
}

describe('Random graphs of scalars and kernels', () => {
  it('replay alike by rows, compiled and recorded anew', () => {
    const number = fc.oneof(fc.constantFrom(...special), fc.double({ min: -3, max: 3 }));
    const point = fc.array(number, { minLength: size, maxLength: size });
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 120, size: 'max' }),
        point,
        point,
        (program, from, to) => {
          checkRoads(builder(program), from, to);
        },
      ),
      { numRuns: 200 },
    );
  });
});
