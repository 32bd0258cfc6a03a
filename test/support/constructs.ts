/**
 * The constructs of Python, each with how many of the 604 counted pairs use it (0 for
 * those that no pair uses) and how it is found in a lowered program. One counts as
 * supported when a reference program uses it.
 */
import {
  amongst,
  argument,
  assignedIn,
  augment,
  augmented,
  binary,
  called,
  compares,
  comprehension,
  decorated,
  hasKeyword,
  index,
  isCall,
  isCallOf,
  isFancy,
  isMask,
  isNone,
  isNumber,
  isOther,
  isPlain,
  isSelf,
  isShape,
  isSlice,
  isText,
  isTuple,
  itemOf,
  lastWord,
  loop,
  mentions,
  method,
  nested,
  never,
  spread,
  statement,
  store,
  type Test,
} from './node-tests';
import { returnsOf, type Visit } from './syntax-walk';

export interface Construct {
  readonly name: string;
  readonly count: number;
  readonly used: (visit: Visit) => boolean;
}

const row = (name: string, count: number, test: Test): Construct => ({
  name,
  count,
  used: (visit) => test(visit.node, visit),
});

export const constructs: readonly Construct[] = [
  row('op *', 405, binary('multiply')),
  row('op +', 312, binary('add')),
  row('op -', 299, binary('subtract')),
  row('read self.attr', 237, isSelf),
  row('keyword args in call', 229, (node) => isCall(node) && hasKeyword(node)),
  row('compare', 202, statement('compare')),
  row('op /', 198, binary('divide')),
  row('tuple unpack', 196, store(isTuple)),
  row('return tuple', 190, (node) => node.kind === 'return' && node.value?.kind === 'tuple'),
  row(
    'class inheritance',
    185,
    (node) => node.kind === 'class' && node.definition.bases.length > 0,
  ),
  row(
    'x[0]',
    164,
    index((inside) => inside.kind === 'number'),
  ),
  row('op **', 161, binary('power')),
  row('axis=', 150, argument('axis')),
  row('if', 141, statement('if')),
  row('self.method(...)', 136, (node) => node.kind === 'call' && isSelf(node.callee)),
  row('x.shape[i]', 125, (node) => node.kind === 'index' && isShape(node.object)),
  row('store to self.attr', 123, store(isSelf)),
  row('default args', 99, (node) => {
    return node.kind === 'function' && node.definition.parameters.some((each) => each.default);
  }),
  row('call to user function in file', 94, (node, { defined }) => {
    return node.kind === 'call' && node.callee.kind === 'name' && defined.has(node.callee.name);
  }),
  row('+=', 92, augment('add')),
  row("dict['key']", 83, index(isText)),
  row('unpack from .shape', 83, (node) => store(isTuple)(node, never) && isShape(assignedIn(node))),
  row('if flag', 72, (node) => node.kind === 'if' && node.test.kind === 'name'),
  row('cache = tuple', 71, (node) => node.kind === 'assign' && node.value.kind === 'tuple'),
  row('unpack from cache', 71, (node) => {
    return store(isTuple)(node, never) && assignedIn(node).kind === 'name';
  }),
  row(
    'augmented assignment to a name',
    70,
    augmented((target) => target.kind === 'name'),
  ),
  row(
    'store to index',
    66,
    store((target) => target.kind === 'index'),
  ),
  row('decorator', 60, (node) => {
    return node.kind === 'function' && node.definition.decorators.length > 0;
  }),
  row('dict literal', 59, statement('dict')),
  row('keepdims=', 57, argument('keepdims')),
  row('x[:, a:b]', 56, index(amongst(isSlice))),
  row(
    'x[i]',
    55,
    index((inside) => inside.kind === 'name'),
  ),
  row('assert', 55, statement('assert')),
  row('list literal', 49, statement('list')),
  row(
    'for range',
    47,
    loop((each) => isCallOf(each, 'range')),
  ),
  row('raise', 47, statement('raise')),
  row('isinstance, getattr', 46, called('isinstance', 'getattr')),
  row('store to slice', 42, store(itemOf(isSlice))),
  row(
    'augmented assignment to a slice or index',
    42,
    augmented((each) => each.kind === 'index'),
  ),
  row('op @', 36, binary('matmul')),
  row('store to dict key', 33, store(itemOf(isText))),
  row("if mode == 'str'", 33, (node) => node.kind === 'if' && compares(node.test, 'equal', isText)),
  row('-=', 32, augment('subtract')),
  row('x[a:b]', 31, index(isSlice)),
  row('and, or', 31, statement('logical')),
  row('op %', 29, binary('floorMod')),
  row('store to boolean mask', 29, store(itemOf(isMask))),
  row('call with *args', 28, spread('positional')),
  row('dtype=', 27, argument('dtype')),
  row('if-expression', 27, statement('conditional')),
  row('x[arange(n), y]', 27, index(amongst((each) => isCallOf(each, 'arange')))),
  row('x[:, None]', 26, index(amongst(isNone))),
  row('if is None', 26, (node) => node.kind === 'if' && compares(node.test, 'is', isNone)),
  row('multiple return statements', 26, (node) => {
    return node.kind === 'function' && returnsOf(node.definition) > 1;
  }),
  row(
    'for reversed',
    24,
    loop((each) => isCallOf(each, 'reversed')),
  ),
  row('op //', 22, binary('floorDivide')),
  row('*=', 21, augment('multiply')),
  row('augmented assignment to a dict key', 20, augmented(itemOf(isText))),
  row('store to ctx.attr', 20, store(isOther)),
  row('list comprehension', 20, comprehension('list')),
  row(
    'augmented assignment to an attribute',
    19,
    augmented((each) => each.kind === 'member'),
  ),
  row(
    'for zip',
    18,
    loop((each) => isCallOf(each, 'zip')),
  ),
  row('astype', 17, called('astype')),
  row('nested for (depth 2)', 17, nested(2)),
  row('random', 17, (node) => node.kind === 'member' && node.name === 'random'),
  row('if ndim or shape', 17, (node) => node.kind === 'if' && mentions(node.test, 'ndim', 'shape')),
  row('/=', 16, augment('divide')),
  row('dict.get(key, default)', 15, (node) => {
    return node.kind === 'call' && isCallOf(node, 'get') && node.arguments.length === 2;
  }),
  row(
    'x[i, j]',
    14,
    index((inside) => isTuple(inside) && inside.items.every(isPlain)),
  ),
  row(
    'for over a name',
    14,
    loop((each) => each.kind === 'name'),
  ),
  row('x[mask]', 13, index(isMask)),
  row('*args, **kwargs in a signature', 13, (node) => {
    return (
      node.kind === 'function' && node.definition.parameters.some((each) => /est$/.test(each.kind))
    );
  }),
  row('store to fancy index', 13, store(itemOf((each) => isFancy(each) || amongst(isFancy)(each)))),
  row(
    'x[i + 1]',
    12,
    index((inside) => inside.kind === 'binary'),
  ),
  row(
    'for enumerate',
    11,
    loop((each) => isCallOf(each, 'enumerate')),
  ),
  row(
    'x[-1]',
    10,
    index((inside) => isNumber(inside, -1)),
  ),
  row('unpack ctx.saved_tensors', 10, (node) => {
    return store(isTuple)(node, never) && lastWord(assignedIn(node)) === 'saved_tensors';
  }),
  row('int(), float()', 8, called('int', 'float')),
  row(
    'for items, values',
    8,
    loop((each) => isCallOf(each, 'items', 'values')),
  ),
  row('nested def, closure', 8, (node, { around }) => {
    return node.kind === 'function' && around.at(-1)?.kind === 'function';
  }),
  row('lambda', 8, statement('lambda')),
  row('op &', 8, binary('bitAnd')),
  row('a = b = c', 7, (node) => node.kind === 'assign' && node.targets.length > 1),
  row('x[..., i]', 6, index(amongst((each) => each.kind === 'ellipsis'))),
  row('x[[0, 2]]', 5, index(isFancy)),
  row('nested for (depth 3)', 5, nested(3)),
  row('x[self.i]', 5, index(isSelf)),
  row('chained compare', 5, (node) => node.kind === 'compare' && node.rest.length > 1),
  row('f-string', 4, statement('format')),
  row(
    'x[::k]',
    4,
    index((inside) => inside.kind === 'slice' && inside.step !== null),
  ),
  row('nested for (depth 4)', 4, nested(4)),
  row('generator expression', 4, comprehension('generator')),
  row('x[:, ::k]', 3, index(amongst((each) => each.kind === 'slice' && each.step !== null))),
  row('with', 3, statement('with')),
  row('dict comprehension', 3, comprehension('dict')),
  row('call with **kw', 2, spread('keyword')),
  row('augmented assignment to a mask', 2, augmented(itemOf(isMask))),
  row(
    'x[::-1]',
    2,
    index((inside) => {
      return inside.kind === 'slice' && inside.step !== null && isNumber(inside.step, -1);
    }),
  ),
  row(
    'x[y[i]]',
    2,
    index((inside) => inside.kind === 'index'),
  ),
  row('break, continue', 2, (node) => node.kind === 'break' || node.kind === 'continue'),
  row('x[f()]', 2, index(isCall)),
  row('pass', 1, statement('pass')),
  row('f()()', 1, (node) => {
    return node.kind === 'call' && (isCall(node.callee) || node.callee.kind === 'index');
  }),
  row('while', 1, statement('while')),
  row('super()', 0, called('super')),
  row('operator methods', 0, method(/^__(add|r?sub|r?mul|r?truediv|matmul|neg|pow)__$/)),
  row('__call__', 0, method(/^__call__$/)),
  row('__getitem__, __len__, __iter__', 0, method(/^__(getitem|len|iter)__$/)),
  row('@property', 0, decorated('property')),
  row('@staticmethod, @classmethod', 0, decorated('staticmethod', 'classmethod')),
  row('@dataclass', 0, decorated('dataclass')),
  row('named tuple', 0, called('namedtuple')),
  row('set literal, set comprehension', 0, (node) => {
    return node.kind === 'set' || (node.kind === 'comprehension' && node.result === 'set');
  }),
  row('walrus', 0, statement('assignExpression')),
  row(
    'star-unpacking',
    0,
    store((target) => {
      return isTuple(target) && target.items.some((each) => each.kind === 'spread');
    }),
  ),
  row('global', 0, statement('global')),
  row('nonlocal', 0, statement('nonlocal')),
  row('del', 0, statement('delete')),
  row('import, from import', 0, (node) => node.kind === 'import' || node.kind === 'importFrom'),
  row('try, except', 0, (node) => node.kind === 'try' && node.handlers.length > 0),
  row('finally', 0, (node) => node.kind === 'try' && node.final.length > 0),
  row('yield', 0, statement('yield')),
  row('match', 0, statement('match')),
  row('for else, while else', 0, (node) => {
    return (node.kind === 'for' || node.kind === 'while') && node.otherwise.length > 0;
  }),
];
