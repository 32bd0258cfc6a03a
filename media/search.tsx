/** The search over nodes: by label, op, or source; Enter goes to the next one. */
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { GraphData } from './graph-data';

interface Props {
  readonly input: Ref<HTMLInputElement>;
  readonly data: GraphData;
  readonly onFound: (ids: readonly number[]) => void;
  readonly onGo: (id: number) => void;
}

export function Search({ input, data, onFound, onGo }: Props) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const found = matching(data, text);
  const onInput = (typed: string) => {
    setText(typed);
    setAt(-1);
    onFound(matching(data, typed));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onInput('');
    if (event.key !== 'Enter' || found.length === 0) return;
    const next = (at + (event.shiftKey ? found.length - 1 : 1)) % found.length;
    setAt(next);
    onGo(found[next]);
  };
  const count = at < 0 ? `${found.length} found` : `${at + 1} of ${found.length}`;
  return (
    <search class="search">
      <input
        ref={input}
        type="search"
        placeholder="Find a node (/)"
        aria-label="Find nodes by name, op or source"
        value={text}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status">{text === '' ? '' : count}</span>
    </search>
  );
}

/** The nodes that a text names, in order of evaluation. */
export function matching({ report }: Pick<GraphData, 'report'>, text: string): number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return report.nodes
    .filter(({ label, op, source }) =>
      [label, op, source].some((each) => each.toLowerCase().includes(wanted)),
    )
    .map(({ id }) => id);
}
