/** The sentence for a target whose samples could not be worked out: which parameter needs what, and the line to write. */
import { literalText } from './defaults';
import type { Dimension } from './dimensions';
import type { Hypothesis, Knowledge } from './hypothesis';
import type { Question } from './question';
import type { Tried } from './search';

export function complaint(
  question: Question,
  { hypothesis, trial }: Tried,
): { readonly kind: 'missing'; readonly reason: string; readonly stop: Tried['trial']['stop'] } {
  const asked = [...hypothesis.known].filter(
    ([path, { kind }]) =>
      kind.kind !== 'given' &&
      kind.kind !== 'absent' &&
      !path.includes('.') &&
      !path.endsWith('[]'),
  );
  const doubtful = asked.filter(([, { firm }]) => !firm);
  const named = (doubtful.length > 0 ? doubtful : asked).map(([path]) => `\`${path}\``);
  const line = asked.map(([path, known]) => example(hypothesis, path, known)).join(', ');
  const plural = named.length === 1 ? 'is' : 'are';
  const gave =
    trial.stop === null ? 'the function is not finite there' : (trial.stop.message ?? '');
  return {
    kind: 'missing',
    stop: trial.stop,
    reason: `no sample could be worked out for ${question.name}: it needs to know what ${named.join(', ')} ${plural}; write \`# @gradcheck ${line}\` (the best guess gave: ${gave})`,
  };
}

/** An item of an annotation that gives what was tried. */
function example(hypothesis: Hypothesis, path: string, { kind }: Knowledge): string {
  const sizes = (shape: readonly Dimension[]) => {
    const all = shape.map((each) => hypothesis.dimensions.size(each));
    return all.length === 1 ? `(${all[0]},)` : `(${all.join(', ')})`;
  };
  switch (kind.kind) {
    case 'array':
    case 'mask':
      return kind.shape.length === 0 ? `${path}=0.5` : `${path}: ${sizes(kind.shape)}`;
    case 'labels': {
      const [count] = kind.shape;
      const classes = hypothesis.dimensions.size(kind.classes);
      return `${path}=labels(${count === undefined ? 1 : hypothesis.dimensions.size(count)}, ${classes})`;
    }
    case 'size':
      return `${path}=int(${hypothesis.dimensions.size(kind.dimension)})`;
    case 'sizes':
      return `${path}=[${kind.of.map((each) => `int(${hypothesis.dimensions.size(each)})`).join(', ')}]`;
    case 'choice': {
      const option = kind.options[kind.at];
      const shown = literalText(option);
      return option.kind === 'whole' ? `${path}=int(${shown})` : `${path}=${shown}`;
    }
    case 'dict':
      return `${path}={...}`;
    case 'list':
      return `${path}=[...]`;
    case 'function':
      return `${path}=np.tanh`;
    default:
      return `${path}=0.5`;
  }
}
