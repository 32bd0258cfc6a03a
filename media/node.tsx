/** One node of the drawing: its label, then value and adjoint in words and colours of their own. */
import type { GraphData } from './graph-data';
import { nodeText, spokenText } from './labels';
import { type PlacedNode, rowHeight } from './layout';

interface Props {
  readonly placed: PlacedNode;
  readonly data: GraphData;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onPick: () => void;
  readonly onFocus: () => void;
  readonly onHover: (inside: boolean) => void;
}

export function Node({ placed, data, selected, tabStop, onPick, onFocus, onHover }: Props) {
  const node = data.node(placed.id);
  if (node === undefined) return null;
  const { label, value, adjoint } = nodeText(node);
  const rows = [
    { kind: 'label', word: '', text: label },
    { kind: 'value', word: 'value ', text: value },
    { kind: 'adjoint', word: node.adjoint === null ? '' : 'adjoint ', text: adjoint },
  ].filter(({ text }) => text !== '');
  const top = -(rows.length * rowHeight) / 2;
  const uses = data.outOf(node.id).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
    <g
      class={`node ${node.role}${selected ? ' selected' : ''}`}
      transform={`translate(${placed.x} ${placed.y})`}
      role="button"
      aria-label={spokenText(node, data.inputs(node.id))}
      aria-pressed={selected}
      tabIndex={tabStop ? 0 : -1}
      data-node={node.id}
      onClick={onPick}
      onFocus={onFocus}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
    >
      <rect
        class="box"
        x={-placed.width / 2}
        y={-placed.height / 2}
        width={placed.width}
        height={placed.height}
        rx={node.role === 'input' ? placed.height / 2 : 4}
      />
      {rows.map(({ kind, word, text }, row) => (
        <text key={kind} class={kind} text-anchor="middle" y={top + (row + 0.72) * rowHeight}>
          {word !== '' && <tspan class="word">{word}</tspan>}
          {text}
        </text>
      ))}
      {uses > 1 && (
        <text class="uses" x={placed.width / 2 + 4} y={placed.height / 2 + 4}>
          {`${uses} uses`}
        </text>
      )}
    </g>
  );
}
