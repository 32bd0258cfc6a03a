/**
 * Names in Python source: how they compare, and which of them a stretch of
 * code that cannot be lowered binds or changes.
 */
import type { SyntaxNode } from '../tree-sitter';

/** Python compares identifiers after NFKC normalisation. */
export function normalizeName(name: string): string {
  return NOT_ASCII.test(name) ? name.normalize('NFKC') : name;
}

const NOT_ASCII = /[^ -~]/;

/**
 * The names that become unknown when `root` is not executed: those it binds,
 * and those whose object it may change (`out[i] = x`, `items.append(x)`).
 */
export function boundNames(root: SyntaxNode): string[] {
  const names = new Set<string>();
  visit(root, (node) => {
    for (const target of targetsOf(node)) addTargets(target, names);
    return !OWN_SCOPES.has(node.type);
  });
  return [...names];
}

/** The names that an assignment target or pattern binds, or whose object it changes. */
export function targetNames(target: SyntaxNode): string[] {
  const names = new Set<string>();
  addTargets(target, names);
  return [...names];
}

/** Whether control may leave through `root`: it holds a `return`, or a `break` of any loop. */
export function mayLeave(root: SyntaxNode): boolean {
  let found = false;
  visit(root, (node) => {
    found ||= LEAVING.has(node.type);
    return !found && !OWN_SCOPES.has(node.type);
  });
  return found;
}

/** Whether a function body holds a `yield` of its own. */
export function holdsYield(body: SyntaxNode): boolean {
  let found = false;
  visit(body, (node) => {
    found ||= node.type === 'yield';
    return !found && !OWN_SCOPES.has(node.type);
  });
  return found;
}

/** Bodies in which a binding is not one of the surrounding scope. */
const OWN_SCOPES = new Set(['function_definition', 'class_definition', 'lambda']);

const LEAVING = new Set(['return_statement', 'break_statement', 'continue_statement']);

/** Methods that change the object they are called on. */
const CHANGING = new Set(
  'add append clear discard extend fill insert pop put remove resize reverse setdefault sort update'.split(
    ' ',
  ),
);

/** Visits a node in source order and, where `enter` says so, what is below it; a loop, so depth is no matter. */
function visit(root: SyntaxNode, enter: (node: SyntaxNode) => boolean): void {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!enter(node)) continue;
    for (let at = node.children.length - 1; at >= 0; at -= 1) pending.push(node.children[at]);
  }
}

function targetsOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'type_alias_statement':
      return node.children.filter((child) => child.field === 'left');
    case 'named_expression':
    case 'function_definition':
    case 'class_definition':
    case 'import_statement':
    case 'import_from_statement':
      return node.children.filter((child) => child.field === 'name');
    case 'aliased_import':
      return node.children.filter((child) => child.field === 'alias');
    case 'as_pattern_target':
    case 'case_pattern':
    case 'delete_statement':
      return node.children;
    case 'call':
      return changedObject(node);
    default:
      return [];
  }
}

/** `items` of `items.append(x)`. */
function changedObject(call: SyntaxNode): readonly SyntaxNode[] {
  const [object, method] = call.children[0]?.type === 'attribute' ? call.children[0].children : [];
  return method !== undefined && CHANGING.has(method.text) ? [object] : [];
}

/** Adds the names of a target; of `a.b[i]` that is `a`. */
function addTargets(target: SyntaxNode, names: Set<string>): void {
  visit(target, (node) => {
    if (node.type === 'identifier' || node.type === 'type') names.add(normalizeName(node.text));
    const first = node.children[0];
    if (FIRST_ONLY.has(node.type)) {
      if (first !== undefined) addTargets(first, names);
      return false;
    }
    return node.type !== 'aliased_import';
  });
}

const FIRST_ONLY = new Set(['dotted_name', 'attribute', 'subscript']);
