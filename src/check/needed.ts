/**
 * Which module statements a target needs: those that bind, change or seed what
 * it uses, transitively. Training loops and plots of a script are left alone.
 */
import type { Annotation } from '../syntax/annotation';
import { innerBlocks } from '../syntax/blocks';
import { onceFor } from '../syntax/moved';
import type { Block, Expression, Statement } from '../syntax/nodes';
import { visit } from '../syntax/visit';
import { collectPattern, collectTarget } from '../trace/frame';

/** The statements of `body` needed by something that uses `names`. */
export function neededStatements(body: Block, names: Iterable<string>): ReadonlySet<Statement> {
  const { binders, known } = usesOf(body);
  const wanted = new Set(names);
  const key = [...wanted].join(' ');
  const before = known.get(key);
  if (before !== undefined) return before;
  const needed = new Set<Statement>();
  // The set grows while it is walked.
  for (const name of wanted) {
    for (const statement of binders.get(name) ?? []) {
      if (needed.has(statement)) continue;
      needed.add(statement);
      for (const each of statementNames(statement)) wanted.add(each);
    }
  }
  known.set(key, needed);
  return needed;
}

interface Uses {
  /** The statements that bind or change a name. */
  readonly binders: ReadonlyMap<string, readonly Statement[]>;
  /** What was asked for before. */
  readonly known: Map<string, ReadonlySet<Statement>>;
}

const usesByBody = new WeakMap<Block, Uses>();

/** Worked out once for a body: every run of a target asks. */
function usesOf(body: Block): Uses {
  let found = usesByBody.get(body);
  if (found === undefined) {
    const binders = new Map<string, Statement[]>();
    for (const statement of body) {
      for (const name of bound(statement)) {
        const others = binders.get(name);
        if (others === undefined) binders.set(name, [statement]);
        else others.push(statement);
      }
    }
    found = { binders, known: new Map() };
    usesByBody.set(body, found);
  }
  return found;
}

const bound = onceFor((statement: Statement): ReadonlySet<string> => {
  const binds = new Set<string>();
  bindings(statement, binds);
  return binds;
});

const statementNames = onceFor((statement: Statement) => usedNames(statement));

const namesByNode = new WeakMap<object, ReadonlySet<string>>();

/** Every name that stands in a node, annotations included. */
export function usedNames(node: Statement | Expression | Annotation): ReadonlySet<string> {
  const key = node.kind === 'function' || node.kind === 'class' ? node.definition : node;
  const known = namesByNode.get(key);
  if (known !== undefined) return known;
  const names = new Set<string>();
  namesByNode.set(key, names);
  visit(node, (part) => {
    if ('kind' in part && part.kind === 'name') names.add(part.name);
  });
  return names;
}

/** The names that a statement binds or changes: targets, and the objects whose items, attributes or methods it uses. */
function bindings(statement: Statement, binds: Set<string>): void {
  const target = (node: Expression): void => {
    collectTarget(node, binds);
    if (node.kind === 'tuple' || node.kind === 'list') node.items.forEach(target);
    const root = rootName(node);
    if (root !== null) binds.add(root);
  };
  for (const block of innerBlocks(statement)) {
    for (const each of block) bindings(each, binds);
  }
  switch (statement.kind) {
    case 'assign':
      statement.targets.forEach(target);
      return;
    case 'augment':
      target(statement.target);
      return;
    case 'function':
    case 'class':
      binds.add(statement.definition.name);
      return;
    case 'import':
      binds.add(statement.alias ?? statement.module.split('.')[0]);
      return;
    case 'importFrom':
      for (const each of statement.names)
        binds.add(each.name === '*' ? '*' : (each.alias ?? each.name));
      return;
    case 'for':
      target(statement.target);
      return;
    case 'try':
      for (const { name } of statement.handlers) if (name !== null) binds.add(name);
      return;
    case 'with':
      for (const item of statement.items) if (item.target !== null) target(item.target);
      return;
    case 'match':
      for (const each of statement.cases) collectPattern(each.pattern, binds);
      return;
    case 'expression':
      // A method call may change its object: `params.update(...)`, `np.random.seed(0)`.
      if (statement.value.kind === 'call' && statement.value.callee.kind === 'member') {
        const root = rootName(statement.value.callee);
        if (root !== null) binds.add(root);
      }
      return;
    case 'unsupportedStatement':
      for (const name of statement.binds) binds.add(name);
      return;
    default:
      return;
  }
}

function rootName(node: Expression): string | null {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'member' || node.kind === 'index') return rootName(node.object);
  return null;
}
