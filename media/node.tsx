/**
 * One node of the drawing: its label, then value and adjoint in words and colours of
 * their own. A closed group looks like several nodes on top of each other, and opens.
 */
import type { JsonArray } from '../src/check/report';
import type { DrawnNode } from './drawn';
import { nodeText, shortArray, spokenText } from './labels';
import { rowHeight } from './layout';
import type { PlacedNode } from './nested';
import type { Moment } from './steps';

interface Props {
  readonly placed: PlacedNode;
  readonly drawn: DrawnNode;
  /** What it is computed from. */
  readonly inputs: readonly DrawnNode[];
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
  const { placed, drawn, inputs, selected, tabStop, found, moment } = props;
  const { node, group } = drawn;
  const { label, detail, value, adjoint } = nodeText(drawn);
  const pending = moment?.pending.has(node.id) === true;
  const known = moment === null ? adjoint : soFar(moment.adjoints.get(node.id));
  // What is not known yet keeps its room.
  const rows = [
    { kind: 'label', word: '', text: label },
    ...(detail === '' ? [] : [{ kind: 'word', word: '', text: detail }]),
    ...(value === '' ? [] : [{ kind: 'value', word: 'value ', text: pending ? '' : value }]),
    ...(adjoint === ''
      ? []
      : [{ kind: 'adjoint', word: node.adjoint === null ? '' : 'adjoint ', text: known }]),
  ];
  const seen = rows.filter(({ text }) => text !== '').map(({ word, text }) => `${word}${text}`);
  const top = -(rows.length * rowHeight) / 2;
  const states = {
    selected,
    pending,
    found,
    current: moment?.current === node.id,
    group: group !== null,
  };
  const box = {
    x: -placed.width / 2,
    y: -placed.height / 2,
    width: placed.width,
    height: placed.height,
    rx: node.role === 'input' ? placed.height / 2 : 4,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
    <g
      class={['node', node.role, ...named(states)].join(' ')}
      transform={`translate(${placed.x} ${placed.y})`}
      role="button"
      aria-label={spokenText(drawn, seen, inputs)}
      aria-pressed={group === null ? selected : undefined}
      aria-expanded={group === null ? undefined : false}
      tabIndex={tabStop ? 0 : -1}
      data-node={node.id}
      onClick={props.onPick}
      onFocus={props.onFocus}
      onMouseEnter={() => props.onHover(true)}
      onMouseLeave={() => props.onHover(false)}
    >
      {group !== null && <rect class="box" {...box} x={box.x + 5} y={box.y + 5} />}
      <rect class="box" {...box} />
      {rows.map(
        ({ kind, word, text }, row) =>
          text !== '' && (
            <text key={kind} class={kind} text-anchor="middle" y={top + (row + 0.72) * rowHeight}>
              {word !== '' && <tspan class="word">{word}</tspan>}
              {`${text} `}
            </text>
          ),
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
