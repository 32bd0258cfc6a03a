/** One node of the drawing: its label, then value and adjoint in words and colours of their own. */
import type { JsonArray } from '../src/check/report';
import type { GraphData } from './graph-data';
import { nodeText, shortArray, spokenText } from './labels';
import { type PlacedNode, rowHeight } from './layout';
import type { Moment } from './steps';

interface Props {
  readonly placed: PlacedNode;
  readonly data: GraphData;
  readonly selected: boolean;
  readonly tabStop: boolean;
  /** Found by the search. */
  readonly found: boolean;
  /** What is known so far, on the way through the chain rule; null: everything. */
  readonly moment: Moment | null;
  readonly onPick: () => void;
  readonly onFocus: () => void;
  readonly onHover: (inside: boolean) => void;
}

export function Node(props: Props) {
  const { placed, data, selected, tabStop, found, moment, onPick, onFocus, onHover } = props;
  const node = data.node(placed.id);
  if (node === undefined) return null;
  const { label, value, adjoint } = nodeText(node);
  const pending = moment?.pending.has(node.id) === true;
  const rows = [
    { kind: 'label', word: '', text: label },
    { kind: 'value', word: 'value ', text: value, hidden: pending },
    {
      kind: 'adjoint',
      word: node.adjoint === null ? '' : 'adjoint ',
      text: adjoint === '' || moment === null ? adjoint : soFar(moment.adjoints.get(node.id)),
      hidden: moment !== null && !moment.adjoints.has(node.id),
    },
  ].filter(({ kind }) => kind === 'label' || { value, adjoint }[kind] !== '');
  const top = -(rows.length * rowHeight) / 2;
  const uses = data.outOf(node.id).length;
  const states = { selected, pending, found, current: moment?.current === node.id };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
    <g
      class={['node', node.role, ...named(states)].join(' ')}
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
      {rows.map(
        ({ kind, word, text, hidden }, row) =>
          hidden !== true && (
            <text key={kind} class={kind} text-anchor="middle" y={top + (row + 0.72) * rowHeight}>
              {word !== '' && <tspan class="word">{word}</tspan>}
              {text}
            </text>
          ),
      )}
      {uses > 1 && (
        <text class="uses" x={placed.width / 2 + 4} y={placed.height / 2 + 4}>
          {`${uses} uses`}
        </text>
      )}
    </g>
  );
}

function soFar(adjoint: JsonArray | undefined): string {
  return adjoint === undefined ? '' : shortArray(adjoint);
}

/** The names of the states that hold. */
function named(states: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(states).filter((each) => states[each]);
}
