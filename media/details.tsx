/** The side panel of the picked node: everything about it, in full, with ways on to its neighbours. */
import type { GraphEdge, GraphNode } from '../src/check/graph-report';
import { formatArray, formatShape } from '../src/render/number';
import type { GraphData } from './graph-data';
import { HeatMap } from './heat-map';
import { shortArray } from './labels';

interface Props {
  readonly data: GraphData;
  readonly node: GraphNode;
  readonly onSelect: (id: number | null) => void;
  readonly onReveal: (node: GraphNode) => void;
}

/** Values are shown in full up to this many characters. */
const longestValue = 2000;

const heatWidth = 284;

export function Details({ data, node, onSelect, onReveal }: Props) {
  const into = data.into(node.id);
  const outOf = data.outOf(node.id);
  return (
    <aside class="details" aria-label={`Details of ${node.label}`}>
      <div class="details-title">
        <h2>{node.label}</h2>
        <button
          type="button"
          onClick={() => onSelect(null)}
          title="Close (Escape)"
          aria-label="Close details"
        >
          ×
        </button>
      </div>
      <dl>
        {(node.role === 'op' || node.role === 'output') && <Entry name="op" text={node.op} />}
        <Entry name="shape" text={node.shape.length === 0 ? 'scalar' : formatShape(node.shape)} />
        <ArrayEntry name="value" node={node} />
        <ArrayEntry name="adjoint" node={node} />
        {node.tie !== null && <Entry name="tie" text={node.tie} />}
      </dl>
      {node.source !== '' && (
        <section>
          <h3>Source</h3>
          <pre>{node.source}</pre>
          {node.range !== null && (
            <button type="button" class="link" onClick={() => onReveal(node)}>
              {`Show line ${node.range.line}${node.path === undefined ? '' : ` of ${node.path}`}`}
            </button>
          )}
        </section>
      )}
      <Neighbours title="Arguments" edges={into} end="from" data={data} onSelect={onSelect} />
      <Neighbours
        title={outOf.length > 1 ? `Used ${outOf.length} times` : 'Used by'}
        edges={outOf}
        end="to"
        data={data}
        onSelect={onSelect}
      />
    </aside>
  );
}

/** The numbers of a node: one as text, an array as a heat map with all its digits folded below. */
function ArrayEntry({ name, node }: { name: 'value' | 'adjoint'; node: GraphNode }) {
  const value = node[name];
  const nothing = name === 'adjoint' && value === null;
  const digits = <div class={name}>{nothing ? 'no gradient flows here' : fullArray(value)}</div>;
  if (nothing || node.shape.length === 0) {
    return (
      <>
        <dt>{name}</dt>
        <dd>{digits}</dd>
      </>
    );
  }
  return (
    <>
      <dt>{name}</dt>
      <dd class="array">
        <HeatMap name={name} value={value} shape={node.shape} width={heatWidth} />
        <details>
          <summary>all digits</summary>
          {digits}
        </details>
      </dd>
    </>
  );
}

/** All digits that matter, with a line of its own for each row of a matrix. */
function fullArray(value: GraphNode['value']): string {
  return formatArray(value, longestValue, 12).replaceAll('], [', '],\n [');
}

function Entry({ name, text, kind = '' }: { name: string; text: string; kind?: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd class={kind}>{text}</dd>
    </>
  );
}

interface NeighboursProps {
  readonly title: string;
  readonly edges: readonly GraphEdge[];
  readonly end: 'from' | 'to';
  readonly data: GraphData;
  readonly onSelect: (id: number) => void;
}

/** The nodes at the other end of some edges, with what flows back along each. */
function Neighbours({ title, edges, end, data, onSelect }: NeighboursProps) {
  if (edges.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {edges.map((edge) => {
          const other = data.node(edge[end]);
          return (
            <li key={`${edge.from} ${edge.to} ${edge.argument}`}>
              <button type="button" class="link" onClick={() => onSelect(edge[end])}>
                {other?.label ?? ''}
              </button>
              <span class="contribution">
                {edge.contribution === null
                  ? 'no gradient'
                  : `${end === 'from' ? 'receives' : 'contributes'} ${shortArray(edge.contribution)}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
