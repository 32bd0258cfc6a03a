/**
 * Core nodes as canonical text, for tests: expressions in brackets with the
 * node's kind first, one statement a line, bodies indented.
 */
import type { Annotation, AnnotationItem } from './annotation';
import type {
  Argument,
  Block,
  Expression,
  FunctionDefinition,
  Parameter,
  Statement,
} from './nodes';
import { printCase, printHandler } from './print-pattern';

/** The statements of a program or body, one a line. */
export function printBlock(block: Block, indent = ''): string {
  return block.map((statement) => printStatement(statement, indent)).join('\n');
}

export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.integer || !Number.isInteger(node.value) ? `${node.value}` : `${node.value}.0`;
    case 'text':
      return JSON.stringify(node.value);
    case 'boolean':
      return node.value ? 'true' : 'false';
    case 'none':
      return 'none';
    case 'ellipsis':
      return '...';
    case 'name':
      return node.name;
    case 'unary':
      return form(node.operator, node.operand);
    case 'binary':
    case 'logical':
      return form(node.operator, node.left, node.right);
    case 'compare': {
      const rest = node.rest.map(
        ({ operator, operand }) => `${operator} ${printExpression(operand)}`,
      );
      return form('compare', node.first, ...rest);
    }
    case 'conditional':
      return form('conditional', node.test, node.then, node.otherwise);
    case 'member':
      return form('member', node.object, node.name);
    case 'index':
      return form('index', node.object, node.index);
    case 'slice':
      return form('slice', node.start, node.stop, node.step);
    case 'call':
      return form('call', node.callee, ...node.arguments.map(printArgument));
    case 'list':
    case 'tuple':
    case 'set':
      return form(node.kind, ...node.items);
    case 'dict':
      return form('dict', ...node.entries.map(({ key, value }) => printEntry(key, value)));
    case 'spread':
      return form('spread', node.value);
    case 'lambda': {
      const { parameters, body } = node.definition;
      return form('lambda', printParameters(parameters), printBlock(body));
    }
    case 'comprehension': {
      const clauses = node.clauses.map(({ target, iterable, conditions }) =>
        form('for', target, iterable, ...conditions.map((condition) => form('if', condition))),
      );
      return form(node.result, printEntry(node.key, node.element, node.key === null), ...clauses);
    }
    case 'format':
      return form(
        'format',
        ...node.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : part)),
      );
    case 'assignExpression':
      return form('assign', node.name, node.value);
    case 'yield':
      return form(node.all ? 'yieldAll' : 'yield', ...(node.value === null ? [] : [node.value]));
    case 'unsupported':
      return form('unsupported', JSON.stringify(node.reason));
  }
}

export function printAnnotation(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'gradcheck':
      return form('gradcheck', ...annotation.items.map(printItem));
    case 'claim':
      return form('claim', annotation.name, annotation.value);
    case 'assignmentClaim':
      return form('claim', form('d', annotation.of), form('d', annotation.by));
    case 'malformed':
      return form('malformed');
  }
}

/** `null` parts are printed as `_`. */
export function form(head: string, ...parts: readonly (Expression | string | null)[]): string {
  const printed = parts.map((part) => {
    if (part === null) return '_';
    return typeof part === 'string' ? part : printExpression(part);
  });
  return `(${[head, ...printed].join(' ')})`;
}

function printStatement(node: Statement, indent: string): string {
  const body = (block: Block, header: string) => printIndented(block, indent, header);
  const withElse = (main: string, otherwise: Block) =>
    otherwise.length === 0 ? main : `${main}\n${body(otherwise, 'else')}`;
  const line = (...parts: readonly (Expression | string | null)[]) =>
    `${indent}${form(node.kind, ...parts)}`;
  switch (node.kind) {
    case 'expression':
      return `${indent}${printExpression(node.value)}`;
    case 'assign':
      return line(...node.targets, node.value, ...node.annotations.map(printAnnotation));
    case 'augment':
      return line(node.operator, node.target, node.value, ...node.annotations.map(printAnnotation));
    case 'if':
      return withElse(body(node.body, form('if', node.test)), node.otherwise);
    case 'for':
      return withElse(body(node.body, form('for', node.target, node.iterable)), node.otherwise);
    case 'while':
      return withElse(body(node.body, form('while', node.test)), node.otherwise);
    case 'try': {
      const handlers = node.handlers.map((each) => body(each.body, printHandler(each)));
      const main = [body(node.body, form('try')), ...handlers].join('\n');
      const whole = withElse(main, node.otherwise);
      return node.final.length === 0 ? whole : `${whole}\n${body(node.final, 'finally')}`;
    }
    case 'with': {
      const items = node.items.map(({ value, target }) =>
        target === null ? value : form('as', value, target),
      );
      return body(node.body, form('with', ...items));
    }
    case 'match': {
      const cases = node.cases.map((each) =>
        printIndented(each.body, `${indent}  `, printCase(each)),
      );
      return [`${indent}${form('match', node.subject)}`, ...cases].join('\n');
    }
    case 'break':
    case 'continue':
    case 'pass':
      return line();
    case 'return':
    case 'raise':
      return line(...(node.value === null ? [] : [node.value]));
    case 'function':
      return body(node.definition.body, printHeader(node.definition));
    case 'class': {
      const { name, bases, metaclass, decorators, annotations } = node.definition;
      const extras = [
        ...(metaclass === null ? [] : [form('metaclass', metaclass)]),
        ...printDecorators(decorators),
        ...annotations.map(printAnnotation),
      ];
      return body(node.definition.body, form('class', name, form('bases', ...bases), ...extras));
    }
    case 'delete':
      return line(...node.targets);
    case 'assert':
      return line(node.test, ...(node.message === null ? [] : [node.message]));
    case 'global':
    case 'nonlocal':
      return line(...node.names);
    case 'import':
      return line(node.module, ...(node.alias === null ? [] : [node.alias]));
    case 'importFrom': {
      const names = node.names.map(({ name, alias }) =>
        alias === null ? name : `${name}:${alias}`,
      );
      return line('.'.repeat(node.level) + node.module, ...names);
    }
    case 'unsupportedStatement':
      return line(JSON.stringify(node.reason), ...node.binds);
  }
}

function printIndented(block: Block, indent: string, header: string): string {
  const lines = [`${indent}${header}`, printBlock(block, `${indent}  `)];
  return lines.filter((part) => part !== '').join('\n');
}

function printHeader(definition: FunctionDefinition): string {
  const { name, parameters, decorators, annotations, generator } = definition;
  const extras = [...printDecorators(decorators), ...annotations.map(printAnnotation)];
  return form(generator ? 'generator' : 'function', name, printParameters(parameters), ...extras);
}

function printDecorators(decorators: readonly Expression[]): string[] {
  return decorators.map((decorator) => form('decorator', decorator));
}

const PARAMETER_SIGNS = { positional: '', rest: '*', keywordOnly: 'only ', keywordRest: '**' };

function printParameters(parameters: readonly Parameter[]): string {
  const printed = parameters.map(({ name, kind, default: value }) => {
    const plain = `${PARAMETER_SIGNS[kind]}${name}`;
    return value === null ? plain : `${plain}=${printExpression(value)}`;
  });
  return `(${printed.join(', ')})`;
}

function printArgument({ name, spread, value }: Argument): string {
  const sign = spread === null ? '' : spread === 'positional' ? '*' : '**';
  return `${name === null ? sign : `${name}=`}${printExpression(value)}`;
}

function printEntry(key: Expression | null, value: Expression, plain = false): string {
  if (plain) return printExpression(value);
  return `${key === null ? '**' : `${printExpression(key)}:`}${printExpression(value)}`;
}

function printItem(item: AnnotationItem): string {
  switch (item.kind) {
    case 'skip':
      return form('skip', JSON.stringify(item.reason));
    case 'value':
      return form(item.option ? 'option' : 'value', item.name, item.value);
    case 'drawn': {
      const shape = item.shape === null ? [] : [form('shape', ...item.shape)];
      const { interval } = item;
      const range = interval === null ? [] : [form('in', interval.low, interval.high)];
      return form('drawn', item.name, ...shape, ...range);
    }
  }
}
