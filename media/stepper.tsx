/**
 * The bar below the drawing that walks through the chain rule: a slider, a button to
 * play, and one sentence about the step. At its right end everything is shown.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Drawing } from './drawn';
import type { GraphData } from './graph-data';
import { stepWords } from './step-words';
import { type Moment, type Step, stepAfter } from './steps';

interface Props {
  readonly data: GraphData;
  readonly drawing: Drawing;
  readonly steps: readonly Step[];
  /** The step that is shown; null: the whole graph. */
  readonly position: number | null;
  readonly moment: Moment | null;
  readonly onStep: (position: number | null) => void;
}

const pause = 1100;

export function Stepper({ data, drawing, steps, position, moment, onStep }: Props) {
  const [playing, setPlaying] = useState(false);
  const last = steps.length;
  const at = position ?? last;
  const step = (by: 1 | -1) => onStep(stepAfter(position, by, last));
  useEffect(() => {
    if (!playing) return;
    if (position === null) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => step(1), pause);
    return () => clearTimeout(timer);
  }, [playing, position]);
  const play = () => {
    if (!playing && position === null) onStep(0);
    setPlaying(!playing);
  };
  const words =
    position === null || moment === null
      ? 'The whole graph. Play to follow the chain rule, forward and then backward.'
      : stepWords(data, drawing, steps[position], moment);
  const phase = position === null ? '' : phaseOf(steps[position]);
  return (
    <section class="stepper" aria-label="Steps of the chain rule">
      <button type="button" onClick={play} aria-label={playing ? 'Pause' : 'Play'} class="icon">
        {playing ? '⏸' : '▶'}
      </button>
      <button
        type="button"
        class="icon"
        onClick={() => step(-1)}
        disabled={at === 0}
        aria-label="Step back"
      >
        ‹
      </button>
      <button
        type="button"
        class="icon"
        onClick={() => step(1)}
        disabled={position === null}
        aria-label="Step on"
      >
        ›
      </button>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label="Step"
        aria-valuetext={phase === '' ? words : `${phase}: ${words}`}
        onInput={({ currentTarget }) => {
          setPlaying(false);
          const chosen = Number(currentTarget.value);
          onStep(chosen === last ? null : chosen);
        }}
      />
      <p class="step-words">
        {phase !== '' && <strong>{`${phase} `}</strong>}
        {words}
      </p>
    </section>
  );
}

function phaseOf(step: Step): string {
  return step.kind === 'given' || step.kind === 'value' ? 'Forward' : 'Backward';
}
