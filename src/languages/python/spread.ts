/**
 * Stars that the grammar binds too tightly: it reads the first item of
 * `[*f(x), 1]` as a call of `*f`, where the star belongs to all of `f(x)`.
 */
import type { Expression } from '../../syntax/nodes';

/** The item with a star on its left edge moved to the outside. */
export function hoistSpread(item: Expression): Expression {
  if (item.kind === 'spread') return item;
  const value = withoutSpread(item);
  return value === null ? item : { kind: 'spread', span: item.span, value };
}

/** The expression without the star on its left edge; null when there is none. */
function withoutSpread(node: Expression): Expression | null {
  if (node.kind === 'spread') return node.value;
  const [field, inner] = leftEdge(node);
  const bare = inner === null ? null : withoutSpread(inner);
  return bare === null ? null : ({ ...node, [field]: bare } as Expression);
}

/** The field and the part with which an expression starts. */
function leftEdge(node: Expression): readonly [field: string, part: Expression | null] {
  switch (node.kind) {
    case 'call':
      return ['callee', node.callee];
    case 'member':
    case 'index':
      return ['object', node.object];
    case 'binary':
    case 'logical':
      return ['left', node.left];
    case 'compare':
      return ['first', node.first];
    case 'conditional':
      return ['then', node.then];
    default:
      return ['', null];
  }
}
