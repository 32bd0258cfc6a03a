/** The patterns of `match` and the handlers of `try` as canonical text, for tests. */
import type { Case, Handler, Pattern } from './nodes';
import { form, printExpression } from './print';

export function printHandler({ type, name }: Handler): string {
  return form('except', ...(type === null ? [] : [type]), ...(name === null ? [] : [name]));
}

export function printCase({ pattern, guard }: Case): string {
  const guarded = guard === null ? [] : [form('if', guard)];
  return form('case', printPattern(pattern), ...guarded);
}

function printPattern(node: Pattern): string {
  switch (node.kind) {
    case 'valuePattern':
      return printExpression(node.value);
    case 'capturePattern':
      return node.name ?? '_';
    case 'starPattern':
      return `*${node.name ?? '_'}`;
    case 'sequencePattern':
      return form('sequence', ...node.items.map(printPattern));
    case 'mappingPattern': {
      const entries = node.entries.map(
        ({ key, pattern }) => `${printExpression(key)}:${printPattern(pattern)}`,
      );
      return form('mapping', ...entries, ...(node.rest === null ? [] : [`**${node.rest}`]));
    }
    case 'classPattern': {
      const named = node.named.map(({ name, pattern }) => `${name}=${printPattern(pattern)}`);
      return form('class', node.type, ...node.positional.map(printPattern), ...named);
    }
    case 'eitherPattern':
      return form('either', ...node.options.map(printPattern));
    case 'asPattern':
      return form('as', printPattern(node.pattern), node.name);
  }
}
