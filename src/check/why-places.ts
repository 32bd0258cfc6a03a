/**
 * Everything in a file that `why` can be asked about, target or not: functions, classes,
 * methods, inner functions and claims, by qualified name or by place.
 */
import type { Block, FunctionDefinition, Program } from '../syntax/nodes';
import type { Span } from '../syntax/span';
import { definedIn } from './detect/find';
import { statementsOf } from './detect/guards';
import { halvesOf } from './detect/pair';
import type { Target } from './targets';

export interface Place {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'claim';
  readonly nameSpan: Span;
  readonly span: Span;
  /** Null for a class or a claim. */
  readonly definition: FunctionDefinition | null;
  /** The function that it is defined inside of. */
  readonly outer: string | null;
}

/** In the order of the text; what only a target names (an inherited method) comes last. */
export function placesOf(program: Program, targets: readonly Target[]): Place[] {
  const found = functionsIn(program.body, '', null);
  for (const statement of statementsOf(program.body)) {
    if (statement.kind !== 'class') continue;
    const { name, nameSpan, span, body } = statement.definition;
    found.push({ name, kind: 'class', nameSpan, span, definition: null, outer: null });
    found.push(...functionsIn(body, `${name}.`, null));
  }
  found.sort((a, b) => a.span.start - b.span.start);
  for (const target of targets) {
    if (target.kind === 'claims') {
      for (const { name, nameSpan, statement } of target.claims) {
        const { span } = statement;
        found.push({ name, kind: 'claim', nameSpan, span, definition: null, outer: null });
      }
    } else if (target.kind === 'pair' && found.every(({ name }) => name !== target.name)) {
      const { nameSpan, span, form } = target.pair;
      const definition = halvesOf(form).at(-1) ?? null;
      found.push({ name: target.name, kind: 'function', nameSpan, span, definition, outer: null });
    }
  }
  return found;
}

/** By qualified name, else by its last part where only one bears it; or the innermost that holds an offset. */
export function placeOf(places: readonly Place[], which: string | number): Place | null {
  if (typeof which === 'string') {
    const exact = places.findLast(({ name }) => name === which);
    const last = places.filter(({ name }) => name.endsWith(`.${which}`));
    return exact ?? (last.length === 1 ? last[0] : null);
  }
  const holding = places.filter(({ span }) => span.start <= which && which <= span.end);
  const width = ({ span }: Place) => span.end - span.start;
  return holding.sort((a, b) => width(a) - width(b))[0] ?? null;
}

function functionsIn(body: Block, prefix: string, outer: string | null): Place[] {
  return definedIn(body).flatMap((definition): Place[] => {
    const name = `${prefix}${definition.name}`;
    const { nameSpan, span } = definition;
    return [
      { name, kind: 'function', nameSpan, span, definition, outer },
      ...functionsIn(definition.body, `${name}.`, name),
    ];
  });
}
