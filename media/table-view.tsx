/** The same graph as a table, in order of evaluation: for screen readers, and for graphs too large to draw. */
import { useState } from 'preact/hooks';
import type { GraphNode } from '../src/check/graph-report';
import { formatShape } from '../src/render/number';
import type { GraphData } from './graph-data';
import { shortArray } from './labels';

interface Props {
  readonly data: GraphData;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
}

const page = 300;

export function TableView({ data, selected, onSelect }: Props) {
  const [shown, setShown] = useState(page);
  const { nodes } = data.report;
  return (
    <div class="table">
      <table>
        <caption>{`${nodes.length} nodes of ${data.report.name}, in order of evaluation`}</caption>
        <thead>
          <tr>
            {['node', 'shape', 'value', 'adjoint', 'arguments', 'source', 'line'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, shown).map((node) => (
            <Row
              key={node.id}
              node={node}
              data={data}
              selected={node.id === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
      {nodes.length > shown && (
        <button type="button" onClick={() => setShown(shown + page)}>
          {`Show more (${nodes.length - shown} left)`}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly node: GraphNode;
  readonly data: GraphData;
  readonly selected: boolean;
  readonly onSelect: (id: number) => void;
}

function Row({ node, data, selected, onSelect }: RowProps) {
  const inputs = data.inputs(node.id).map(({ id, label }) => `${label} #${id}`);
  return (
    <tr class={selected ? 'selected' : ''}>
      <th scope="row">
        <button
          type="button"
          class="link"
          aria-pressed={selected}
          onClick={() => onSelect(node.id)}
        >
          {`${node.label} #${node.id}`}
        </button>
      </th>
      <td>{node.shape.length === 0 ? 'scalar' : formatShape(node.shape)}</td>
      <td class="value">{shortArray(node.value)}</td>
      <td class={node.adjoint === null ? 'word' : 'adjoint'}>
        {node.adjoint === null ? 'no gradient' : shortArray(node.adjoint)}
      </td>
      <td>{inputs.join(', ')}</td>
      <td>{node.source !== '' && <code>{node.source}</code>}</td>
      <td>{node.range?.line ?? ''}</td>
    </tr>
  );
}
