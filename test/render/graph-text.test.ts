/** An op graph as dot and as Mermaid, whole; signs that would break either are escaped. */
import assert from 'node:assert/strict';
import { renderDot } from '../../src/render/dot';
import { renderMermaid } from '../../src/render/mermaid';
import { graph } from './samples';

describe('dot', () => {
  it('writes nodes with value and adjoint, edges with contributions', () => {
    assert.deepEqual(renderDot(graph).split('\n'), [
      'digraph "g" {',
      '  rankdir=TB;',
      '  node [fontname="Helvetica"];',
      '  edge [fontname="Helvetica", fontsize=10];',
      '  n0 [shape=ellipse, label="x\\nvalue 3\\nadjoint 3"];',
      '  n1 [shape=plaintext, label="2"];',
      '  n2 [shape=box, label="×\\nvalue 6\\nadjoint 1"];',
      '  n3 [shape=doubleoctagon, label="+\\nvalue 9\\nadjoint 1"];',
      '  n0 -> n2 [label="2"];',
      '  n1 -> n2;',
      '  n2 -> n3 [label="1"];',
      '  n0 -> n3 [label="1"];',
      '}',
      '',
    ]);
  });
  it('escapes quotes and backslashes', () => {
    const odd = { ...graph, edges: [], nodes: [{ ...graph.nodes[0], label: 'p["a\\b"]' }] };
    assert.match(renderDot(odd), /label="p\[\\"a\\\\b\\"\]\\nvalue 3\\nadjoint 3"/);
  });
});

describe('mermaid', () => {
  it('writes a flowchart', () => {
    assert.deepEqual(renderMermaid(graph).split('\n'), [
      'flowchart TD',
      '  n0(["x<br/>value 3<br/>adjoint 3"])',
      '  n1["2"]',
      '  n2["#215;<br/>value 6<br/>adjoint 1"]',
      '  n3[["+<br/>value 9<br/>adjoint 1"]]',
      '  n0 -->|"2"| n2',
      '  n1 --> n2',
      '  n2 -->|"1"| n3',
      '  n0 -->|"1"| n3',
      '',
    ]);
  });
  it('codes signs that mean something to it', () => {
    const odd = {
      ...graph,
      edges: [],
      nodes: [{ ...graph.nodes[0], label: 'a"<b>_#;', value: 'NaN' as const }],
    };
    assert.match(renderMermaid(odd), /"a#34;#60;b#62;#95;#35;#59;<br\/>value NaN</);
  });
});
