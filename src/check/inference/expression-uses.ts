/** What the expressions of a function say of its parameters: indices, calls, comparisons, products. */
import type { Argument, Expression, Statement } from '../../syntax/nodes';
import { dottedName } from '../../trace/targets';
import { CutUses } from './cut-uses';
import { note } from './noted-uses';
import { isModule, itemsOf, nameOf, products } from './paths';

const arrayMembers =
  /^(shape|T|dot|reshape|sum|mean|ndim|size|flatten|ravel|transpose|max|min|argmax|argmin|std|var|swapaxes|repeat|clip|astype|cumsum|prod|diagonal|trace|view|squeeze)$/;
const reductions =
  /^(sum|mean|max|min|amax|amin|prod|std|var|argmax|argmin|cumsum|cumprod|norm|logsumexp|median|any|all|softmax|average|nansum)$/;
const creators =
  /^(zeros|ones|empty|full|randn|rand|random_sample|standard_normal|uniform|normal|eye|identity|reshape|view|arange|linspace|broadcast_to|tile)$/;

export abstract class ExpressionUses extends CutUses {
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
          if (path !== null) {
            note(this.uses.arrays, path, node.span.start);
            this.uses.members.add(path);
          }
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
        this.visitAll([node.first, ...node.rest.map((each) => each.operand)]);
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
        if (node.operator === 'subtract') this.difference(node.left, node.right);
        if (node.operator === 'floorDivide') {
          const divisor = this.path(node.right);
          if (divisor !== null) note(this.uses.divisors, divisor, node.span.start);
        }
        if (node.operator === 'multiply') this.selected(node.left, node.right);
        if (/^(floorDivide|divide)$/.test(node.operator)) this.divided(node.left, node.right);
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

  protected index(node: Extract<Expression, { kind: 'index' }>): void {
    const { object, index } = node;
    const at = node.span.start;
    const shapeItem = this.axisOf(node);
    if (shapeItem !== null) this.atLeast(shapeItem.path, shapeItem.axis + 1, at);
    const path = this.path(object);
    const items = index.kind === 'tuple' ? index.items : [index];
    this.sliced(path, items);
    if (path !== null) {
      this.counted(path, index, at);
      const prefix = prefixOf(index);
      // `params['W' + str(l)]`: two layers have all that there is.
      if (prefix !== null) for (const l of [1, 2]) this.key(path, `${prefix}${l}`, null, at);
      if (index.kind === 'text') this.key(path, index.value, null, at);
      else if (!this.names.has(nameOf(index)) || this.names.get(nameOf(index)) !== path) {
        const taken = items.filter((each) => each.kind !== 'none' && each.kind !== 'ellipsis');
        this.atLeast(path, Math.max(1, taken.length), at);
        const plain = taken.every((each) => each.kind === 'slice');
        const all = items.every((each) => each.kind !== 'ellipsis');
        if (plain && all && taken.length < items.length) {
          this.uses.widened.set(path, taken.length);
        }
      }
    }
    if (index.kind === 'tuple') this.uses.anyArray = true;
    const along = items.findIndex(
      (each) => each.kind === 'call' && /^(arange|range)$/.test(nameOf(each.callee)),
    );
    const rows = along >= 0;
    const called = object.kind === 'call' ? nameOf(object.callee) : '';
    for (const each of items) {
      const own = this.path(each);
      if (own !== null && (rows || called === 'eye')) note(this.uses.labels, own, at);
      if (own !== null && rows && items.length === 2) this.uses.picks.set(own, along);
      // One label a row.
      if (own !== null && rows && items.length > 1) this.atLeast(own, 1, at);
      else this.chosen(each, at);
      this.visit(each);
    }
    this.visit(object);
  }

  protected call(node: Extract<Expression, { kind: 'call' }>): void {
    const { callee, arguments: given } = node;
    const at = node.span.start;
    const name = nameOf(callee);
    const values = given.map((each) => each.value);
    const method = callee.kind === 'member' ? this.path(callee.object) : null;
    const ofLibrary = callee.kind === 'member' && isModule(callee.object);
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
    if (callee.kind === 'member' && !reductions.test(name)) this.along(node);
    if (/^einsum$/.test(name)) this.einsum(values, at);
    if (ofLibrary) this.shaped(name, values, given);
    if (/^(transpose|permute)$/.test(name)) this.ordered(ofLibrary ? values.slice(1) : values);
    if (name === 'outer' && ofLibrary) {
      for (const each of values.slice(0, 2)) {
        const path = this.path(each);
        if (path !== null) this.uses.outer.add(path);
      }
    }
    if (name === 'repeat') {
      const count = ofLibrary ? values[1] : values[0];
      const times = count === undefined ? null : this.path(count);
      if (times !== null) note(this.uses.wholes, times, at);
    }
    if (creators.test(name) || name === 'range') {
      const skip = name === 'reshape' && ofLibrary ? 1 : 0;
      for (const each of values.slice(skip)) {
        for (const path of this.within(each)) {
          note(name === 'range' ? this.uses.wholes : this.uses.sizes, path, at);
        }
      }
    }
    if (name === 'reshape' && callee.kind === 'member') {
      for (const each of [callee.object, ...values.slice(0, 1)]) {
        const cut = each.kind === 'index' && each.index.kind === 'slice' ? each.object : null;
        const path = cut === null ? null : this.path(cut);
        if (path !== null) note(this.uses.vectors, path, at);
      }
    }
    if (/^(maximum|minimum|clip|fmax|fmin|min|max)$/.test(name) && values.length >= 2) {
      for (const one of values) for (const other of values) this.threshold(one, other);
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
    if (/^(stack|concatenate|[hvd]stack|column_stack)$/.test(name)) this.joined(values[0], at);
  }
}

/** `W` of `'W' + str(l)`, `f'W{l}'` and `'W%d' % l`; null for anything else. */
export function prefixOf(node: Expression): string | null {
  if (node.kind === 'format') {
    const [first, second] = node.parts;
    return typeof first === 'string' && typeof second === 'object' ? first : null;
  }
  if (node.kind !== 'binary' || node.left.kind !== 'text') return null;
  return node.operator === 'floorMod' || node.operator === 'remainder'
    ? node.left.value.replace(/%.*/, '')
    : node.left.value;
}
