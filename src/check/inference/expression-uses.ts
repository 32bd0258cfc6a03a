/** What the expressions of a function say of its parameters: indices, calls, comparisons, products. */
import type { Argument, Expression, Statement } from '../../syntax/nodes';
import { dottedName } from '../../trace/targets';
import { integer, itemsOf, nameOf, Paths, products } from './paths';
import { type At, lastName } from './uses';

const arrayMembers =
  /^(shape|T|dot|reshape|sum|mean|ndim|size|flatten|ravel|transpose|max|min|argmax|argmin|std|var|swapaxes|repeat|clip|astype|cumsum|prod|diagonal|trace|view|squeeze)$/;
const reductions =
  /^(sum|mean|max|min|amax|amin|prod|std|var|argmax|argmin|cumsum|cumprod|norm|logsumexp|median|any|all|softmax|average|nansum)$/;
const creators =
  /^(zeros|ones|empty|full|randn|rand|random_sample|standard_normal|uniform|normal|eye|identity|reshape|arange|linspace|broadcast_to|tile)$/;
const weights = /^(w|theta|weights?|u|v|kernel|k)($|[\dA-Z_])|^(W|U|V)[a-zA-Z\d_]*$/;

export abstract class ExpressionUses extends Paths {
  protected abstract block(body: readonly Statement[]): void;
  protected abstract test(node: Expression): void;
  protected abstract iterate(target: Expression, iterable: Expression): void;
  /** Reads a function that is called, with what it is given. */
  protected abstract follow(name: string, given: readonly Argument[]): void;

  protected visitAll(nodes: readonly Expression[]): void {
    for (const each of nodes) this.visit(each);
  }

  protected visit(node: Expression): void {
    switch (node.kind) {
      case 'member': {
        const path = this.path(node.object);
        if (arrayMembers.test(node.name)) {
          this.uses.anyArray = true;
          if (path !== null) note(this.uses.arrays, path, node.span.start);
        }
        if (path !== null && /^(items|keys|values)$/.test(node.name)) this.keysOf(path);
        this.visit(node.object);
        return;
      }
      case 'index':
        this.index(node);
        return;
      case 'call':
        this.call(node);
        return;
      case 'compare':
        this.compare(node);
        return;
      case 'conditional':
        this.test(node.test);
        this.visitAll([node.then, node.otherwise]);
        return;
      case 'logical':
        this.test(node.left);
        this.test(node.right);
        return;
      case 'binary':
        if (node.operator === 'matmul') this.product(node.left, node.right);
        this.visitAll([node.left, node.right]);
        return;
      case 'unary':
        this.visit(node.operand);
        return;
      case 'list':
      case 'tuple':
      case 'set':
        this.visitAll(node.items);
        return;
      case 'dict':
        for (const { value } of node.entries) this.visit(value);
        return;
      case 'spread':
      case 'assignExpression':
        this.visit(node.value);
        return;
      case 'slice':
        for (const each of [node.start, node.stop, node.step]) {
          if (each === null) continue;
          for (const path of this.within(each)) note(this.uses.wholes, path, each.span.start);
          this.visit(each);
        }
        return;
      case 'comprehension':
        for (const { target, iterable, conditions } of node.clauses) {
          this.visit(iterable);
          this.iterate(target, iterable);
          for (const each of conditions) this.test(each);
        }
        this.visit(node.element);
        return;
      case 'lambda':
        this.block(node.definition.body);
        return;
      default:
        return;
    }
  }

  protected keysOf(path: string): Map<string, { standard: Expression | null; at: At }> {
    let keys = this.uses.keys.get(path);
    if (keys === undefined) {
      keys = new Map();
      this.uses.keys.set(path, keys);
    }
    return keys;
  }

  protected key(path: string, name: string, standard: Expression | null, at: At): void {
    const keys = this.keysOf(path);
    const before = keys.get(name);
    keys.set(name, { standard: before?.standard ?? standard, at: before?.at ?? at });
  }

  protected atLeast(path: string, rank: number, at: At): void {
    const before = this.uses.least.get(path);
    if (before === undefined || before.rank < rank) this.uses.least.set(path, { rank, at });
  }

  protected index(node: Extract<Expression, { kind: 'index' }>): void {
    const { object, index } = node;
    const at = node.span.start;
    const path = this.path(object);
    const items = index.kind === 'tuple' ? index.items : [index];
    if (path !== null) {
      this.counted(path, index, at);
      if (index.kind === 'text') this.key(path, index.value, null, at);
      else if (!this.names.has(nameOf(index)) || this.names.get(nameOf(index)) !== path) {
        const taken = items.filter((each) => each.kind !== 'none' && each.kind !== 'ellipsis');
        this.atLeast(path, Math.max(1, taken.length), at);
      }
    }
    if (index.kind === 'tuple') this.uses.anyArray = true;
    const rows = items.some(
      (each) => each.kind === 'call' && /^(arange|range)$/.test(nameOf(each.callee)),
    );
    const called = object.kind === 'call' ? nameOf(object.callee) : '';
    for (const each of items) {
      const own = this.path(each);
      if (own !== null && (rows || called === 'eye')) note(this.uses.labels, own, at);
      else if (own !== null) note(this.uses.indices, own, at);
      this.visit(each);
    }
    this.visit(object);
  }

  /** `x[0]`, `x[1]`: as many items as the largest number says, unless something else is read, too. */
  private counted(path: string, index: Expression, at: At): void {
    const number = integer(index);
    const before = this.uses.counts.get(path);
    const count =
      number === null || number < 0 || before?.count === null
        ? null
        : Math.max(before?.count ?? 0, number + 1);
    this.uses.counts.set(path, { count, at: before?.at ?? at });
  }

  protected compare(node: Extract<Expression, { kind: 'compare' }>): void {
    const sides = [node.first, ...node.rest.map((each) => each.operand)];
    for (const [at, { operator }] of node.rest.entries()) {
      const [left, right] = [sides[at], sides[at + 1]];
      for (const [one, other] of [
        [left, right],
        [right, left],
      ]) {
        const path = this.lowered(one);
        if (path === null) continue;
        const items = operator === 'in' || operator === 'notIn' ? itemsOf(other) : [other];
        for (const item of items) {
          if (item.kind === 'text') {
            const known = this.uses.texts.get(path) ?? { options: new Set(), at: one.span.start };
            known.options.add(item.value);
            this.uses.texts.set(path, known);
          }
          if (item.kind === 'none') this.uses.optional.add(path);
        }
      }
      if (operator === 'in' || operator === 'notIn') {
        const path = this.path(right);
        if (path !== null && left.kind === 'text') this.key(path, left.value, null, at);
      }
    }
    this.visitAll(sides);
  }

  protected product(left: Expression, right: Expression): void {
    this.uses.anyArray = true;
    const [one, two] = [left, right].map((each) => this.path(untransposed(each)));
    for (const path of [one, two]) if (path !== null) note(this.uses.arrays, path, left.span.start);
    const name = (path: string | null, node: Expression) => lastName(path ?? nameOf(node));
    const first = name(one, left);
    const second = name(two, right);
    if (weights.test(first) && !weights.test(second) && second !== '') this.uses.columns = true;
  }

  protected call(node: Extract<Expression, { kind: 'call' }>): void {
    const { callee, arguments: given } = node;
    const at = node.span.start;
    const name = nameOf(callee);
    const values = given.map((each) => each.value);
    const method = callee.kind === 'member' ? this.path(callee.object) : null;
    const ofLibrary = callee.kind === 'member' && method === null;
    if (callee.kind === 'name' && this.names.has(name)) {
      note(this.uses.called, this.names.get(name) ?? name, at);
    }
    if (products.test(name)) {
      if (callee.kind === 'member' && values.length === 1) this.product(callee.object, values[0]);
      else if (values.length >= 2) this.product(values[0], values[1]);
    }
    if (method !== null && /^(get|pop|setdefault)$/.test(name) && values[0]?.kind === 'text') {
      this.key(method, values[0].value, values[1] ?? null, at);
    }
    if (reductions.test(name) && callee.kind === 'member') {
      const over = ofLibrary && values.length > 0 ? values[0] : callee.object;
      const positional = ofLibrary ? given[1] : given[0];
      const axis = given.find((each) => each.name === 'axis') ?? positional;
      this.reduced(over, axis?.name === null || axis?.name === 'axis' ? axis.value : null, at);
    }
    if (creators.test(name) || name === 'range') {
      const skip = name === 'reshape' && ofLibrary ? 1 : 0;
      for (const each of values.slice(skip)) {
        for (const path of this.within(each)) {
          note(name === 'range' ? this.uses.wholes : this.uses.sizes, path, at);
        }
      }
    }
    if (name === 'len' && values.length === 1) {
      const path = this.path(values[0]);
      if (path !== null) this.atLeast(path, 1, at);
    }
    if (name === 'at' && values.length >= 2) {
      for (const each of itemsOf(values[1])) {
        const path = this.path(each);
        if (path !== null) note(this.uses.labels, path, at);
      }
    }
    this.domain(name, values[0], callee);
    if (callee.kind === 'name' || dottedName(callee)?.startsWith('self.')) this.follow(name, given);
    if (callee.kind === 'member') this.visit(callee);
    this.visitAll(values);
  }

  /** An array that is summed, along an axis. */
  protected reduced(over: Expression, axis: Expression | null, at: At): void {
    this.uses.anyArray = true;
    const whole = axis === null ? null : integer(axis);
    const rank = whole === null ? 0 : whole < 0 ? -whole : whole + 1;
    const paths = [...this.within(over)];
    for (const path of paths) {
      note(this.uses.arrays, path, at);
      if (rank > 0 && (paths.length === 1 || /^[A-Zx]/.test(lastName(path)))) {
        this.atLeast(path, rank, at);
      }
    }
  }

  protected domain(name: string, value: Expression | undefined, callee: Expression): void {
    if (value === undefined) return;
    if (callee.kind === 'member' && nameOf(callee.object) === 'math') {
      for (const path of this.within(value)) note(this.uses.scalars, path, value.span.start);
    }
    const logs = this.uses.logs;
    if (/^(log|log2|log10|sqrt|digamma|gammaln)$/.test(name)) {
      for (const { path, flipped } of this.terms(value)) {
        if (flipped || logs.get(path) === 'unit') logs.set(path, 'unit');
        else logs.set(path, 'positive');
      }
    }
    if (/^(arcsin|arccos|arctanh|asin|acos|atanh|logit)$/.test(name)) {
      for (const { path } of this.terms(value)) logs.set(path, 'unit');
    }
    if (/^(arccosh|acosh)$/.test(name)) {
      for (const { path } of this.terms(value)) logs.set(path, 'above one');
    }
  }
}

function note(map: Map<string, At>, path: string, at: At): void {
  if (!map.has(path)) map.set(path, at);
}

function untransposed(node: Expression): Expression {
  return node.kind === 'member' && node.name === 'T' ? node.object : node;
}
