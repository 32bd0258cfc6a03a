/** Large graphs in groups: what is closed, what opens, how edges run between them, and where frames stand. */
import assert from 'node:assert/strict';
import { type Drawing, drawingOf, groupsAround, opened } from '../../media/drawn';
import { graphData } from '../../media/graph-data';
import { isGroup, mostNodes, type Part, partsOf } from '../../media/groups';
import { layoutGraph } from '../../media/layout';
import { stepWords } from '../../media/step-words';
import { momentAt, stepsOf } from '../../media/steps';
import type { GraphGroup, GraphReport } from '../../src/check/graph-report';
import { range } from '../render/samples';
import { chain } from './graphs';

function group(kind: GraphGroup['kind'], first: number, last: number, count = 0): GraphGroup {
  const name = kind === 'call' ? 'np.linalg.norm' : '';
  return { kind, name, count, first, last, range: range(5, 1, 9) };
}

/** x, then 200 ops: a loop of 20 rounds of 8 nodes each, in the first of them a call. */
const long: GraphReport = {
  ...chain(201),
  groups: [
    group('loop', 11, 170, 20),
    group('round', 11, 18, 1),
    group('call', 12, 14),
    ...Array.from({ length: 19 }, (_, at) => group('round', 19 + 8 * at, 26 + 8 * at, at + 2)),
  ],
};
const data = graphData(long);
const loop = '/loop  0';
const round = `${loop}/round 1 0`;

function told(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => (isGroup(part) ? [`${part.label} (${part.detail})`] : []));
}

function labels({ nodes }: Drawing): string[] {
  return nodes.flatMap(({ group: closed }) => (closed === null ? [] : [closed.label]));
}

describe('groups of a large graph', () => {
  it('a small graph has none', () => {
    const small = { ...long, ...chain(mostNodes), groups: [group('loop', 11, 100, 20)] };
    assert.deepEqual(told(partsOf(small)), []);
  });

  it('a loop, its rounds and calls, one in the other', () => {
    assert.deepEqual(told(data.parts), ['loop at line 5 (20 rounds, 160 nodes)']);
    const rounds = data.parts.filter(isGroup)[0].parts;
    assert.equal(told(rounds).length, 20);
    assert.equal(told(rounds)[0], 'round 1 (8 nodes)');
    assert.deepEqual(told(rounds.filter(isGroup)[0].parts), ['np.linalg.norm (3 nodes)']);
  });

  it('too many rounds, and straight code, stand in stretches', () => {
    const rounds = Array.from({ length: 500 }, (_, at) =>
      group('round', 1 + 2 * at, 2 + 2 * at, at + 1),
    );
    const looped = { ...chain(1201), groups: [group('loop', 1, 1000, 500), ...rounds] };
    const [whole, ...rest] = told(partsOf(looped));
    assert.equal(whole, 'loop at line 5 (500 rounds, 1000 nodes)');
    assert.deepEqual(rest.slice(0, 2), [
      'nodes 1001 to 1010 (10 nodes)',
      'nodes 1011 to 1020 (10 nodes)',
    ]);
  });

  it('no level is wider than can be drawn', () => {
    const widest = (parts: readonly Part[]): number =>
      Math.max(parts.length, ...parts.map((part) => (isGroup(part) ? widest(part.parts) : 0)));
    for (const length of [151, 999, 12_345])
      assert.ok(widest(partsOf(chain(length))) <= 61, String(length));
  });

  it('every node is in one place, in order', () => {
    const ids = (parts: readonly Part[]): number[] =>
      parts.flatMap((part) => (isGroup(part) ? ids(part.parts) : [part.id]));
    assert.deepEqual(
      ids(data.parts),
      long.nodes.map(({ id }) => id),
    );
  });
});

describe('drawing of groups', () => {
  it('a closed group is one node, with the value of its last', () => {
    const drawing = drawingOf(data, new Set());
    const [closed] = drawing.nodes.filter((each) => each.group !== null);
    assert.equal(drawing.nodes.length, 42);
    assert.deepEqual([closed.id, closed.several], [170, false]);
    assert.deepEqual(
      drawing.inputs(170).map(({ id }) => id),
      [10],
    );
    assert.equal(drawing.shownAs(50), closed);
  });

  it('an open one is drawn with its parts, the others closed', () => {
    const drawing = drawingOf(data, new Set([loop, round]));
    assert.deepEqual(labels(drawing).slice(0, 3), ['np.linalg.norm', 'round 2', 'round 3']);
    assert.deepEqual(
      drawing.shownAs(11)?.frames.map(({ label }) => label),
      ['round 1', 'loop at line 5'],
    );
  });

  it('what is found is opened on the way to it, and as much is closed as is too much', () => {
    const around = groupsAround(data.parts, 13);
    assert.deepEqual(
      around.map(({ label }) => label),
      ['loop at line 5', 'round 1', 'np.linalg.norm'],
    );
    const others = Array.from({ length: 19 }, (_, at) => `${loop}/round ${at + 2} 0`);
    const open = opened(data, [loop, ...others], around);
    const drawing = drawingOf(data, new Set(open));
    assert.ok(drawing.nodes.length <= mostNodes);
    assert.equal(drawing.shownAs(13)?.group, null);
    // The first that was opened is the first that is closed.
    assert.ok(!open.includes(others[0]) && open.includes(others[18]));
  });

  it('edges of several nodes are one, and results of several have no one value', () => {
    const extra = { from: 60, to: 199, argument: 1, contribution: 2 };
    const { nodes, edges } = drawingOf(
      graphData({ ...long, edges: [...long.edges, extra] }),
      new Set(),
    );
    assert.equal(nodes.find(({ id }) => id === 170)?.several, true);
    assert.equal(edges.filter(({ from, to }) => from === 170 && to === 199).length, 1);
  });

  it('frames hold their nodes, and one holds the other', () => {
    const { nodes, frames, edges } = layoutGraph(drawingOf(data, new Set([loop, round])));
    const [outer, inner] = frames;
    assert.deepEqual([outer.group.label, inner.group.label], ['loop at line 5', 'round 1']);
    const holds = (box: typeof outer, { x, y }: { x: number; y: number }) =>
      box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height;
    assert.ok(holds(outer, inner));
    for (const node of nodes) {
      assert.equal(holds(outer, node), 11 <= node.id && node.id <= 170, `node ${node.id}`);
      assert.equal(holds(inner, node), 11 <= node.id && node.id <= 18, `node ${node.id}`);
    }
    assert.ok(edges.every(({ path }) => /^M[\d.]+,[\d.]+C/.test(path)));
  });

  it('a closed group is one step each way', () => {
    const drawing = drawingOf(data, new Set());
    const steps = stepsOf(data, drawing);
    assert.equal(steps.length, 2 * 41 + 2);
    const words = steps.map((step, at) =>
      stepWords(data, drawing, step, momentAt(data, drawing, steps, at)),
    );
    assert.ok(words.includes('loop at line 5 (20 rounds, 160 nodes) is 2.5.'));
    assert.ok(words.includes('loop at line 5 has the adjoint 1 and hands on 1 to sin #10.'));
    const last = momentAt(data, drawing, steps, steps.length - 1);
    assert.equal(last.adjoints.get(0), 1);
  });
});
