/** Reads the statements of a target's functions in order, for what they say of its parameters. */
import type {
  Argument,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Statement,
} from '../../syntax/nodes';
import { mentions } from '../../syntax/visit';
import { dottedName } from '../../trace/targets';
import { unsliced } from './cut-uses';
import { ExpressionUses } from './expression-uses';
import { numeric } from './noted-uses';
import { nameOf } from './paths';
import { type Reading, Uses } from './uses';

/** Reads bodies in the order in which they run: what `self.` holds is known to the later ones. */
export function readUses(reading: Reading, bodies: readonly FunctionDefinition[]): Uses {
  const uses = new Uses();
  const attributes = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const body of bodies) {
    const names = body.parameters.map((each) => each.name);
    const known = names.filter((name) => reading.parameters.has(name));
    const environment = new Map(known.map((name) => [name, name]));
    new Reader(reading, uses, body, environment, attributes, numbers, 0).block(body.body);
  }
  return uses;
}

class Reader extends ExpressionUses {
  block(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case 'assign':
        this.visit(node.value);
        for (const target of node.targets) this.assign(target, node.value);
        return;
      case 'augment':
        this.visit(node.target);
        this.visit(node.value);
        return;
      case 'expression':
        this.visit(node.value);
        return;
      case 'return':
      case 'raise':
        if (node.value !== null) this.visit(node.value);
        return;
      case 'if':
        if (node.body.some((each) => each.kind === 'return')) this.exit(node.test);
        this.test(node.test);
        this.block(node.body);
        this.block(node.otherwise);
        return;
      case 'while':
        this.test(node.test);
        this.block(node.body);
        this.block(node.otherwise);
        return;
      case 'for':
        this.visit(node.iterable);
        this.iterate(node.target, node.iterable);
        this.block(node.body);
        this.block(node.otherwise);
        return;
      case 'assert':
        this.test(node.test);
        this.claim(node.test);
        return;
      case 'with':
        for (const { value } of node.items) this.visit(value);
        this.block(node.body);
        return;
      case 'try':
        this.block(node.body);
        for (const each of node.handlers) this.block(each.body);
        this.block(node.otherwise);
        this.block(node.final);
        return;
      case 'function':
        this.block(node.definition.body);
        return;
      default:
        return;
    }
  }

  private assign(target: Expression, value: Expression): void {
    if (target.kind === 'tuple' || target.kind === 'list') {
      const shaped = this.shapeOf(value);
      if (shaped !== null) {
        const star = target.items.some((each) => each.kind === 'spread');
        const names = target.items.map((each) => (each.kind === 'name' ? each.name : null));
        const { path, from } = shaped;
        this.uses.axes.push({
          path,
          from,
          names: star ? [names[0]] : names.map((each) => (each === '_' ? null : each)),
          whole: !star && shaped.whole,
          scope: this.scope,
          at: value.span.start,
        });
      }
      const whole = this.path(value) ?? this.inside(value);
      if (whole !== null && !target.items.some((each) => each.kind === 'spread')) {
        const count = target.items.length;
        this.uses.counts.set(whole, { count, at: value.span.start });
        this.atLeast(whole, 1, value.span.start);
      }
      const parts = value.kind === 'tuple' || value.kind === 'list' ? value.items : null;
      for (const [at, each] of target.items.entries()) {
        if (parts !== null && parts.length === target.items.length) this.assign(each, parts[at]);
        else if (each.kind === 'name') {
          // What a cache gives back bears the name under which it was put in.
          if (this.reading.parameters.has(each.name)) this.names.set(each.name, each.name);
          else if (this.path(value) !== null && shaped === null) {
            this.names.set(each.name, `${this.path(value)}[]`);
          } else this.names.delete(each.name);
        }
      }
      return;
    }
    if (target.kind === 'index') {
      // What is stored under a key need not be there before.
      if (target.index.kind !== 'text') this.visit(target);
      return;
    }
    const path = this.path(value);
    if (target.kind === 'member') {
      const dotted = dottedName(target);
      if (dotted !== null && path !== null) this.attributes.set(dotted, path);
      const number = numeric(value);
      if (dotted !== null && number !== null) this.numbers.set(dotted, number);
      return;
    }
    if (target.kind !== 'name') return;
    const axis = this.axisOf(value);
    if (axis !== null) {
      const { path: array, axis: from } = axis;
      const names = [target.name];
      const at = value.span.start;
      this.uses.axes.push({ path: array, from, names, whole: false, scope: this.scope, at });
    }
    this.origins.set(target.name, this.within(value, true));
    if (path !== null) this.names.set(target.name, path);
    else if (!mentions(value, target.name) || value.kind === 'call') this.names.delete(target.name);
  }

  protected iterate(target: Expression, iterable: Expression): void {
    const call = iterable.kind === 'call' ? nameOf(iterable.callee) : '';
    const sources =
      iterable.kind === 'call' && /^(zip|enumerate|reversed|list)$/.test(call)
        ? iterable.arguments.map((each) => unsliced(each.value))
        : [unsliced(iterable)];
    if (call === 'zip') this.sideBySide(sources);
    const targets = target.kind === 'tuple' ? target.items : [target];
    const shift = call === 'enumerate' ? 1 : 0;
    for (const [at, source] of sources.entries()) {
      const path = this.path(source);
      if (path === null) continue;
      this.uses.lists.set(path, source.span.start);
      this.atLeast(path, 1, source.span.start);
      const item = targets[at + shift];
      if (item?.kind === 'name') this.names.set(item.name, `${path}[]`);
    }
  }

  protected test(node: Expression): void {
    const inner = node.kind === 'unary' && node.operator === 'not' ? node.operand : node;
    if (inner.kind === 'logical') {
      this.test(inner.left);
      this.test(inner.right);
      return;
    }
    this.decided(inner);
    const path = this.path(inner);
    if (path !== null) this.uses.flags.set(path, inner.span.start);
    this.visit(inner);
  }

  /** `y is None`, where the function returns. */
  private exit(test: Expression): void {
    if (test.kind !== 'compare' || test.rest.length !== 1) return;
    const [{ operator, operand }] = test.rest;
    const path = this.path(test.first);
    if (path !== null && operator === 'is' && operand.kind === 'none') this.uses.exits.add(path);
  }

  /** What an assertion says of shapes. */
  private claim(node: Expression): void {
    if (node.kind !== 'compare' || node.rest.length !== 1 || node.rest[0].operator !== 'equal')
      return;
    const [left, right] = [node.first, node.rest[0].operand];
    const one = this.shapeOf(left);
    const two = this.shapeOf(right);
    const at = node.span.start;
    if (one !== null && two !== null) {
      this.uses.sameShapes.push({ paths: [one.path, two.path], at });
    } else if (one !== null && right.kind === 'tuple') {
      const names = right.items.map((each) => (each.kind === 'name' ? each.name : null));
      this.uses.axes.push({ ...one, names, scope: this.scope, at });
    }
  }

  /** A call of a function of the file, or of a method: its uses of the same values count too. */
  protected follow(name: string, given: readonly Argument[]): void {
    if (this.depth >= 3) return;
    const known = this.reading.program.body.find(
      (each) => each.kind === 'function' && each.definition.name === name,
    );
    const method = this.reading.methods.find((each) => each.name === name);
    const made = this.reading.program.body.find(
      (each) => each.kind === 'class' && each.definition.name === name,
    );
    const initializer = made?.kind === 'class' ? initializerIn(made.definition) : undefined;
    const definition = known?.kind === 'function' ? known.definition : (initializer ?? method);
    if (definition === undefined || definition === this.scope) return;
    const own =
      definition.parameters[0]?.name === 'self'
        ? definition.parameters.slice(1)
        : definition.parameters;
    const names = new Map<string, string>();
    for (const [at, each] of given.entries()) {
      const parameter = each.name === null ? own[at]?.name : each.name;
      const path = this.path(each.value);
      if (parameter !== undefined && path !== null) names.set(parameter, path);
    }
    if (names.size === 0) return;
    const { reading, uses, attributes, numbers, depth } = this;
    const reader = new Reader(reading, uses, definition, names, attributes, numbers, depth + 1);
    reader.block(definition.body);
  }
}

function initializerIn(definition: ClassDefinition): FunctionDefinition | undefined {
  for (const each of definition.body) {
    if (each.kind === 'function' && each.definition.name === '__init__') return each.definition;
  }
  return undefined;
}
