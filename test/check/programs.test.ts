/**
 * Random programs: the text that goes through the whole checker gives the value
 * and the gradient of the graph that is built directly from the same tree. On
 * failure fast-check prints its seed and the smallest program.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonArray } from '../../src/check/report';
import { reverseSweep } from '../../src/engine/gradient';
import { type EntryId, Graph } from '../../src/engine/graph';
import { check, named } from './support';

const unaries = ['sin', 'cos', 'tanh', 'exp', 'log', 'sqrt', 'abs', 'square', 'negative'] as const;
const binaries = ['add', 'subtract', 'multiply', 'divide', 'power', 'maximum', 'minimum'] as const;

type Tree =
  | { readonly kind: 'constant'; readonly value: number }
  /** The name at this position among those known at its place, counted round. */
  | { readonly kind: 'name'; readonly position: number }
  | { readonly kind: 'unary'; readonly op: (typeof unaries)[number]; readonly of: Tree }
  | {
      readonly kind: 'binary';
      readonly op: (typeof binaries)[number];
      readonly left: Tree;
      readonly right: Tree;
    };

type Step =
  | { readonly kind: 'assign'; readonly value: Tree }
  | {
      readonly kind: 'if';
      readonly test: Tree;
      readonly above: number;
      readonly yes: Tree;
      readonly no: Tree;
    }
  /** Repeats `value = value ∘ step`, starting at `start`. */
  | { readonly kind: 'loop'; readonly rounds: number; readonly start: Tree; readonly step: Tree };

interface RandomProgram {
  readonly steps: readonly Step[];
  readonly result: Tree;
}

const parameters = [
  { name: 'a', value: 0.7, shape: [] },
  { name: 'b', value: -1.3, shape: [] },
  // Its sum, as every other number here, is none that a program compares with: no point sits on a jump.
  { name: 'u', value: [0.2, -0.9, 1.6], shape: [3] },
  {
    name: 'V',
    value: [
      [1.1, -0.4, 0.6],
      [-2.3, 0.8, 0.05],
    ],
    shape: [2, 3],
  },
] as const;

const decimal = fc.integer({ min: -40, max: 40 }).map((each) => each / 16);

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: fc.constant('constant' as const), value: decimal }),
    fc.record({ kind: fc.constant('name' as const), position: fc.nat({ max: 12 }) }),
    fc.record({ kind: fc.constant('name' as const), position: fc.nat({ max: 12 }) }),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constant('unary' as const),
      op: fc.constantFrom(...unaries),
      of: tie('tree'),
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      op: fc.constantFrom(...binaries),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
})).tree;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('assign' as const), value: tree }),
  fc.record({
    kind: fc.constant('if' as const),
    test: tree,
    above: decimal,
    yes: tree,
    no: tree,
  }),
  fc.record({
    kind: fc.constant('loop' as const),
    rounds: fc.nat({ max: 3 }),
    start: tree,
    step: tree,
  }),
);

const program: fc.Arbitrary<RandomProgram> = fc.record({
  steps: fc.array(step, { maxLength: 4 }),
  result: tree,
});

/**
 * Names stay inside the domain: `log`, `sqrt`, divisors and bases of powers are
 * 1.5 + e², what is exponentiated is tanh(e).
 */
function printTree(node: Tree, names: readonly string[]): string {
  switch (node.kind) {
    case 'constant':
      return `(${node.value})`;
    case 'name':
      return names[node.position % names.length];
    case 'unary': {
      const inner = printTree(node.of, names);
      if (node.op === 'log' || node.op === 'sqrt')
        return `np.${node.op}(1.5 + np.square(${inner}))`;
      return node.op === 'exp' ? `np.exp(np.tanh(${inner}))` : `np.${node.op}(${inner})`;
    }
    case 'binary': {
      const left = printTree(node.left, names);
      const right = printTree(node.right, names);
      switch (node.op) {
        case 'add':
          return `(${left} + ${right})`;
        case 'subtract':
          return `(${left} - ${right})`;
        case 'multiply':
          return `(${left} * ${right})`;
        case 'divide':
          return `(${left} / (1.5 + np.square(${right})))`;
        case 'power':
          return `((1.5 + np.square(${left})) ** np.tanh(${right}))`;
        default:
          return `np.${node.op}(${left}, ${right})`;
      }
    }
  }
}

function printProgram({ steps, result }: RandomProgram): string {
  const names = parameters.map(({ name }) => name as string);
  const body: string[] = [];
  for (const [index, each] of steps.entries()) {
    const name = `t${index}`;
    const print = (node: Tree) => printTree(node, names);
    if (each.kind === 'assign') body.push(`${name} = ${print(each.value)}`);
    else if (each.kind === 'if') {
      body.push(`if np.sum(${print(each.test)}) > ${each.above}:`);
      body.push(`    ${name} = ${print(each.yes)}`);
      body.push('else:');
      body.push(`    ${name} = ${print(each.no)}`);
    } else {
      body.push(`${name} = ${print(each.start)}`);
      names.push(name);
      body.push(`for _ in range(${each.rounds}):`);
      body.push(`    ${name} = np.tanh(${print(each.step)} + ${name})`);
      continue;
    }
    names.push(name);
  }
  const items = parameters.map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
  return [
    'import numpy as np',
    '',
    '',
    `# @gradcheck ${items.join(', ')}`,
    `def f(${parameters.map(({ name }) => name).join(', ')}):`,
    ...body.map((line) => `    ${line}`),
    `    return np.sum(${printTree(result, names)})`,
    '',
  ].join('\n');
}

/** Builds the same tree from ops. */
function buildTree(graph: Graph, node: Tree, values: readonly EntryId[]): EntryId {
  const make = (
    op: 'add' | 'multiply' | 'divide' | 'subtract' | 'power' | 'maximum' | 'minimum',
    left: EntryId,
    right: EntryId,
  ) => graph.apply(op, [left, right], null);
  const square = (id: EntryId) => make('multiply', id, id);
  const away = (id: EntryId) => make('add', graph.scalar(1.5), square(id));
  switch (node.kind) {
    case 'constant':
      return graph.scalar(node.value);
    case 'name':
      return values[node.position % values.length];
    case 'unary': {
      const inner = buildTree(graph, node.of, values);
      if (node.op === 'log' || node.op === 'sqrt') return graph.apply(node.op, [away(inner)], null);
      if (node.op === 'exp') return graph.apply('exp', [graph.apply('tanh', [inner], null)], null);
      if (node.op === 'square') return square(inner);
      return graph.apply(node.op === 'negative' ? 'negate' : node.op, [inner], null);
    }
    case 'binary': {
      const left = buildTree(graph, node.left, values);
      const right = buildTree(graph, node.right, values);
      if (node.op === 'divide') return make('divide', left, away(right));
      if (node.op === 'power') return make('power', away(left), graph.apply('tanh', [right], null));
      return make(node.op, left, right);
    }
  }
}

function total(graph: Graph, id: EntryId): EntryId {
  const axes = graph.entry(id).shape.map((_, axis) => axis);
  return axes.length === 0 ? id : graph.apply('sum', [id], { axes, keepDimensions: false });
}

/** The value and the gradients of a program, without text, language or interpreter. */
function built({ steps, result }: RandomProgram): { value: number; gradients: number[][] } {
  const graph = new Graph(1e7, () => assert.fail('too large'));
  const inputs = parameters.map(({ name, value, shape }) =>
    graph.input(name, [value].flat(2), shape),
  );
  const values: EntryId[] = [...inputs];
  for (const each of steps) {
    const build = (node: Tree) => buildTree(graph, node, values);
    if (each.kind === 'assign') values.push(build(each.value));
    else if (each.kind === 'if') {
      const taken = graph.number(total(graph, build(each.test))) > each.above;
      values.push(build(taken ? each.yes : each.no));
    } else {
      const at = values.length;
      values.push(build(each.start));
      for (let round = 0; round < each.rounds; round++) {
        const sum = graph.apply('add', [build(each.step), values[at]], null);
        values[at] = graph.apply('tanh', [sum], null);
      }
    }
  }
  const loss = total(graph, buildTree(graph, result, values));
  const sweep = reverseSweep(graph, loss, null, inputs);
  const gradients = inputs.map((input) => {
    const adjoint = sweep.adjoints.get(input);
    const zeros = new Array<number>(graph.entry(input).size).fill(0);
    return adjoint === undefined ? zeros : [...graph.value(adjoint)];
  });
  return { value: graph.number(loss), gradients };
}

function flat(value: JsonArray): number[] {
  return Array.isArray(value) ? value.flatMap(flat) : [Number(value)];
}

function assertClose(found: number, expected: number, tolerance: number, text: string): void {
  const bound = tolerance * Math.max(1, Math.abs(expected));
  assert.ok(
    Object.is(found, expected) || Math.abs(found - expected) <= bound,
    `${found} instead of ${expected} in\n${text}`,
  );
}

describe('random programs', () => {
  it('have the value and the gradient of their graph', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (random) => {
        const text = printProgram(random);
        const expected = built(random);
        const target = named(await check(text, { mode: 'probe' }), 'f');
        assert.ok(
          ['pass', 'kink', 'unverified'].includes(target.verdict),
          `${target.reason}\n${text}`,
        );
        assert.equal(target.samples[0].value, expected.value + 0, text);
        for (const [index, row] of target.parameters.entries()) {
          for (const [at, value] of flat(row.analytic).entries()) {
            assertClose(value, expected.gradients[index][at] + 0, 1e-12, text);
          }
        }
      }),
      { numRuns: 600 },
    );
  }).timeout(60_000);
});
