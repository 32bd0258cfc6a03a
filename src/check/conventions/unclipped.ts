/**
 * A written gradient without its clipping: the calls and branches that hold a gradient
 * within bounds are taken out of the program, which is then checked once more.
 */
import type { Expression, Program, Statement } from '../../syntax/nodes';
import type { Span } from '../../syntax/span';
import { holds } from '../../syntax/visit';
import { compileProgram } from '../../trace/program';
import { statementsOf } from '../detect/guards';
import type { Context } from '../run';

/** Names that a gradient has inside of a backward. */
const gradients =
  /^((?!data$|dist|denom)d[A-Z_]?\w*|\w*grads?\w*|g|delta\w*|bo|accum\w*|error|err)$/;

/** What runs of a file share, with the clipping taken out of a stretch of text; null where there is none. */
export function unclippedContext(context: Context, within: Span): Context | null {
  const program = withoutClipping(context.compiled.program, within);
  return program === null ? null : { ...context, compiled: compileProgram(program) };
}

/** The program with the clipping inside `within` taken out; null where nothing is clipped there. */
function withoutClipping(program: Program, within: Span): Program | null {
  let found = 0;
  const inside = (span: Span) => span.start >= within.start && span.end <= within.end;
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return visitAll(part);
    if (part === null || typeof part !== 'object') return part;
    const node = part as Expression;
    if (node.kind === 'call' && inside(node.span)) {
      const bare = unclipped(node);
      if (bare !== null) {
        found += 1;
        return visit(bare);
      }
    }
    const entries = Object.entries(part).map(([key, value]) => [key, visit(value)]);
    return Object.fromEntries(entries);
  };
  const visitAll = (parts: readonly unknown[]): unknown[] =>
    parts.flatMap((each) => {
      const statement = each as Statement;
      const held = statement?.kind === 'if' && inside(statement.span) && holdsNorm(statement);
      if (held) found += 1;
      return held ? [] : [visit(each)];
    });
  const body = program.body.flatMap((each) =>
    each.span.start <= within.start && within.end <= each.span.end
      ? (visitAll([each]) as Statement[])
      : [each],
  );
  return found === 0 ? null : { ...program, body };
}

/** What stays of a call that clips: `g` of `np.clip(g, a, b)`, 1 of `min(1, bound / norm)`. */
function unclipped(node: Extract<Expression, { kind: 'call' }>): Expression | null {
  const { callee } = node;
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  if (/^(clip|clamp|clip_by_value|clip_by_norm)$/.test(name)) {
    const values = node.arguments.map((each) => each.value);
    const method = callee.kind === 'member' && !isModule(callee.object);
    const held = method ? callee.object : values[0];
    return held !== undefined && gradients.test(rootOf(held)) ? held : null;
  }
  if (/^(min|minimum)$/.test(name)) {
    const one = node.arguments.find(({ value }) => value.kind === 'number' && value.value === 1);
    return one !== undefined && speaksOfNorms(node) ? one.value : null;
  }
  return null;
}

/** `if norm > bound: grad *= bound / norm` */
function holdsNorm(statement: Extract<Statement, { kind: 'if' }>): boolean {
  const changes = statementsOf(statement.body).some(
    (each) =>
      (each.kind === 'augment' && gradients.test(rootOf(each.target))) ||
      (each.kind === 'assign' && each.targets.some((target) => gradients.test(rootOf(target)))),
  );
  return statement.otherwise.length === 0 && changes && speaksOfNorms(statement.test);
}

function speaksOfNorms(part: unknown): boolean {
  return holds(
    part,
    (node) => (node.kind === 'name' || node.kind === 'member') && /norm/i.test(node.name),
  );
}

function isModule(node: Expression): boolean {
  return node.kind === 'name' && /^(np|numpy|jnp|torch|tf|xp|cp|math)$/.test(node.name);
}

/** The name that a value is read from: `dW` of `self.dW[i]`. */
function rootOf(node: Expression): string {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'member':
      return node.object.kind === 'name' ? node.name : rootOf(node.object);
    case 'index':
      return rootOf(node.object);
    default:
      return '';
  }
}
