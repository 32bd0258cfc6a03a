/**
 * Derivatives that are right in terms of the input, where every caller passes the output:
 * `tanh_derivative(self.out)` after `self.out = tanh(...)`. Tables of functions are followed.
 */
import type { Expression, Program, Statement } from '../../syntax/nodes';
import { lineStarts, positionAt } from '../../syntax/span';
import { mentions, visit } from '../../syntax/visit';
import { halvesOf, type Pair } from '../detect/pair';
import type { Outcome } from '../outcome';

/** Null where nothing is called so, or some caller passes something else. */
export function outputPassed(program: Program, pair: Pair, outcome: Outcome): Outcome | null {
  if (outcome.verdict !== 'pass' || !takesInput(pair)) return null;
  const written = halvesOf(pair.form).at(-1)?.name ?? pair.name;
  const places = program.text.split(written).length - 1;
  // It stands nowhere but where it is defined.
  if (places < 2) return null;
  const calls = callsOf(program, pair);
  const [first] = calls;
  if (first === undefined || !calls.every((each) => each.output)) return null;
  const { line } = positionAt(lineStarts(program.text), first.at);
  const [forward] = halvesOf(pair.form);
  const reason = `\`${pair.name}\` is right in terms of the input of ${forward.name}, but line ${line} passes it the output`;
  const told = { verdict: 'mismatch' as const, code: 'output-passed', reason };
  const rows = outcome.rows.map((row) =>
    row.report.source === null ? row : { ...row, report: { ...row.report, ...told } },
  );
  return { ...outcome, ...told, rows };
}

/** One that is given the input, or could be given the output: no backward, no second derivative. */
function takesInput({ form }: Pair): boolean {
  if (form.kind === 'flag') return true;
  return form.kind === 'functions' && !form.linked && form.order === 1 && form.cost === null;
}

interface Call {
  readonly at: number;
  /** Its argument is what forward gave. */
  readonly output: boolean;
}

/** All calls of what is written, outside of tables. */
function callsOf(program: Program, { form }: Pair): Call[] {
  const [forward, other] = halvesOf(form);
  const written = other ?? forward;
  const flag = form.kind === 'flag' ? form.flag.name : null;
  const names = aliasesOf(program, forward.name, written.name);
  const text = (node: Expression) => program.text.slice(node.span.start, node.span.end);
  const isForward = (node: Expression) =>
    node.kind === 'call' && names.forward.has(calledName(node)) && !asks(node, flag);
  const outputs = new Set<string>();
  const lists = new Set<string>();
  visit(program.body, (node) => {
    const statement = node as Statement;
    if (statement.kind === 'assign' && isForward(statement.value)) {
      for (const target of statement.targets) outputs.add(text(target));
    }
    const call = node as Expression;
    if (call.kind !== 'call' || call.callee.kind !== 'member' || call.callee.name !== 'append')
      return;
    const [item] = call.arguments;
    if (item === undefined) return;
    if (isForward(item.value) || outputs.has(text(item.value))) lists.add(text(call.callee.object));
  });
  const isOutput = (node: Expression): boolean =>
    isForward(node) ||
    outputs.has(text(node)) ||
    (node.kind === 'index' && lists.has(text(node.object)));
  const calls: Call[] = [];
  visit(program.body, (node) => {
    const call = node as Expression;
    if (call.kind !== 'call' || !names.written.has(calledName(call))) return;
    if (flag !== null && !asks(call, flag)) return;
    const [argument] = call.arguments;
    if (argument !== undefined) {
      calls.push({ at: call.span.start, output: isOutput(argument.value) });
    }
  });
  return calls;
}

/** The names under which the two are called: their own, and those that a table is unpacked into. */
function aliasesOf(program: Program, forward: string, written: string) {
  const aliases = { forward: new Set([forward]), written: new Set([written]) };
  const places: { table: string; forward: number; written: number }[] = [];
  for (const statement of program.body) {
    if (statement.kind !== 'assign' || statement.targets[0].kind !== 'name') continue;
    const table = statement.targets[0].name;
    visit(statement.value, (node) => {
      const { kind, items } = node as { kind?: string; items?: readonly Expression[] };
      if ((kind !== 'tuple' && kind !== 'list') || items === undefined) return;
      const at = (name: string) =>
        items.findIndex((each) => each.kind === 'name' && each.name === name);
      const found = { table, forward: at(forward), written: at(written) };
      if (found.forward >= 0 && found.written >= 0) places.push(found);
    });
  }
  visit(program.body, (node) => {
    const statement = node as Statement;
    if (statement.kind !== 'assign' || statement.targets[0].kind !== 'tuple') return;
    const { items } = statement.targets[0];
    const place = places.find(({ table }) => mentions(statement.value, table));
    if (place === undefined) return;
    const [a, b] = [items[place.forward], items[place.written]].map((each) =>
      each?.kind === 'name' || each?.kind === 'member' ? each.name : null,
    );
    if (a !== null) aliases.forward.add(a);
    if (b !== null) aliases.written.add(b);
  });
  return aliases;
}

/** `f(x, deriv=True)` or `f(x, True)`. */
function asks(call: Extract<Expression, { kind: 'call' }>, flag: string | null): boolean {
  if (flag === null) return false;
  return call.arguments.some(
    ({ name, value }, at) =>
      (name === flag || (name === null && at > 0)) &&
      ((value.kind === 'boolean' && value.value) || (value.kind === 'number' && value.value === 1)),
  );
}

function calledName({ callee }: Extract<Expression, { kind: 'call' }>): string {
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
}
