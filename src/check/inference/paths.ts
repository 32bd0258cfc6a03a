/**
 * Which parameter, or part of one, an expression stands for: names and attributes
 * are followed to what they were bound to. The reader of uses builds on it.
 */
import type { Expression, FunctionDefinition } from '../../syntax/nodes';
import { dottedName } from '../../trace/targets';
import type { Reading, Uses } from './uses';

const copies = /^(array|asarray|ascontiguousarray|copy|asanyarray|float64|float32|clip)$/;
export const products = /^(dot|matmul|inner|outer|vdot)$/;

export class Paths {
  constructor(
    protected readonly reading: Reading,
    protected readonly uses: Uses,
    protected readonly scope: FunctionDefinition,
    protected readonly names: Map<string, string>,
    /** `self.stride` and what it was assigned. */
    protected readonly attributes: Map<string, string>,
    /** `self.ignore_label` and the number that it is. */
    protected readonly numbers: Map<string, number>,
    protected readonly depth: number,
  ) {}

  /** Local variables, and the paths that they are computed from elementwise. */
  protected readonly origins = new Map<string, ReadonlySet<string>>();

  /** The path of an expression that is a parameter or a part of one; null for all else. */
  protected path(node: Expression): string | null {
    switch (node.kind) {
      case 'name':
        return this.names.get(node.name) ?? null;
      case 'member': {
        const dotted = dottedName(node);
        const known = dotted === null ? undefined : this.attributes.get(dotted);
        // A number of a tape is its data.
        return known ?? (/^(data|value)$/.test(node.name) ? this.path(node.object) : null);
      }
      case 'index': {
        const object = this.path(node.object);
        if (object === null) return null;
        if (node.index.kind === 'text') return `${object}.${node.index.value}`;
        const whole = node.index.kind === 'number' || node.index.kind === 'name';
        return whole && !this.names.has(nameOf(node.index)) ? `${object}[]` : null;
      }
      case 'call': {
        const { callee } = node;
        if (callee.kind !== 'member') return null;
        if (callee.name === 'copy' && node.arguments.length === 0) return this.path(callee.object);
        const [first] = node.arguments;
        if (callee.name === 'get' && first?.value.kind === 'text') {
          const object = this.path(callee.object);
          return object === null ? null : `${object}.${first.value.value}`;
        }
        return copies.test(callee.name) && first !== undefined ? this.path(first.value) : null;
      }
      default:
        return null;
    }
  }

  /** `x.shape`, or a part of it from its start. */
  protected shapeOf(node: Expression): { path: string; from: number; whole: boolean } | null {
    if (node.kind === 'index' && node.index.kind === 'slice') {
      const inner = this.shapeOf(node.object);
      const start = node.index.start === null ? 0 : integer(node.index.start);
      if (inner === null || start === null || start < 0) return null;
      return { path: inner.path, from: start, whole: false };
    }
    const object = shaped(node);
    const path = object === null ? null : this.path(object);
    return path === null ? null : { path, from: 0, whole: true };
  }

  /** `x.shape[i]` or `len(x)`. */
  protected axisOf(node: Expression): { path: string; axis: number } | null {
    if (node.kind === 'call' && nameOf(node.callee) === 'len' && node.arguments.length === 1) {
      const path = this.path(node.arguments[0].value);
      return path === null ? null : { path, axis: 0 };
    }
    if (node.kind !== 'index') return null;
    const object = shaped(node.object);
    const axis = integer(node.index);
    const path = object === null ? null : this.path(object);
    return path === null || axis === null || axis < 0 ? null : { path, axis };
  }

  /** `n` and `3 * n`: how many times which local variable or path; null for anything else. */
  protected multiple(node: Expression): { times: number; of: string } | null {
    if (node.kind === 'binary' && node.operator === 'multiply') {
      const [times, other] =
        node.left.kind === 'number' ? [node.left, node.right] : [node.right, node.left];
      const inner = this.multiple(other);
      return times.kind === 'number' && inner?.times === 1
        ? { times: times.value, of: inner.of }
        : null;
    }
    const name = this.path(node) ?? dottedName(node);
    return name === null ? null : { times: 1, of: name };
  }

  /** `p` of `np.exp(p)`, which has as many items. */
  protected inside(node: Expression): string | null {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || node.arguments.length !== 1) {
      return null;
    }
    const elementwise = /^(exp|log|abs|tanh|sqrt|square|expit|log1p|expm1)$/;
    return elementwise.test(node.callee.name) ? this.path(node.arguments[0].value) : null;
  }

  /** The path of `mode` and of `mode.lower()`. */
  protected lowered(node: Expression): string | null {
    const plain =
      node.kind === 'call' && node.callee.kind === 'member' && node.arguments.length === 0
        ? node.callee.object
        : node;
    return this.path(plain);
  }

  /** `p`, `p + eps` and `1 - p` inside a logarithm. */
  protected terms(node: Expression): { path: string; flipped: boolean }[] {
    const path = this.path(node);
    if (path !== null) return [{ path, flipped: false }];
    if (node.kind === 'index') return this.terms(node.object);
    if (node.kind !== 'binary') return [];
    if (node.operator === 'subtract' && node.left.kind === 'number') {
      return this.terms(node.right).map((each) => ({ ...each, flipped: true }));
    }
    if (node.operator === 'add') return [...this.terms(node.left), ...this.terms(node.right)];
    return [];
  }

  /** Paths from which an expression is computed elementwise, through local variables where asked. */
  protected within(node: Expression, locals = false): Set<string> {
    const found = new Set<string>();
    const visit = (each: Expression): void => {
      const path = this.path(each);
      if (path !== null) {
        found.add(path);
        return;
      }
      switch (each.kind) {
        case 'name':
          if (locals) for (const origin of this.origins.get(each.name) ?? []) found.add(origin);
          return;
        case 'binary':
          if (each.operator === 'matmul') return;
          visit(each.left);
          visit(each.right);
          return;
        case 'unary':
          visit(each.operand);
          return;
        case 'tuple':
        case 'list':
          each.items.forEach(visit);
          return;
        case 'call':
          if (each.callee.kind !== 'member' || products.test(each.callee.name)) return;
          if (locals && !isModule(each.callee.object)) visit(each.callee.object);
          // The arguments of these are sizes.
          if (/^(reshape|view|repeat|expand|tile)$/.test(each.callee.name)) {
            if (isModule(each.callee.object)) visit(each.arguments[0].value);
            return;
          }
          for (const { value, name } of each.arguments) if (name === null) visit(value);
          return;
        default:
          return;
      }
    };
    visit(node);
    return found;
  }
}

/** `x` of `x.shape`, `np.shape(x)` or `x.size()`; null for anything else. */
function shaped(node: Expression): Expression | null {
  if (node.kind === 'member' && node.name === 'shape') return node.object;
  const isCall = node.kind === 'call' && node.callee.kind === 'member';
  if (!isCall || node.callee.kind !== 'member') return null;
  if (node.callee.name === 'shape' && node.arguments.length === 1) return node.arguments[0].value;
  return null;
}

export function itemsOf(node: Expression): readonly Expression[] {
  return node.kind === 'tuple' || node.kind === 'list' || node.kind === 'set' ? node.items : [node];
}

export function integer(node: Expression): number | null {
  if (node.kind === 'number' && node.integer) return node.value;
  if (node.kind !== 'unary' || node.operator !== 'negate') return null;
  const inner = integer(node.operand);
  return inner === null ? null : -inner;
}

export function nameOf(node: Expression): string {
  if (node.kind === 'name' || node.kind === 'member') return node.name;
  return '';
}

/** `np` of `np.sum`. */
export function isModule(node: Expression): boolean {
  return /^(np|numpy|jnp|torch|tf|xp|cp|math|scipy|linalg|special|F|nn)$/.test(nameOf(node));
}
