/**
 * Lowers parameter lists of functions and lambdas: all kinds, defaults, and the
 * bare `*` and `/`. Type hints have no meaning for a trace and are dropped.
 */
import type { Parameter, Statement } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, lowerExpression, spanOf } from './expression';
import { normalizeName, targetNames } from './names';

export interface LoweredParameters {
  readonly parameters: readonly Parameter[];
  /** Statements that must run first: the refusal of tuple parameters of Python 2. */
  readonly prologue: readonly Statement[];
}

/** Lowers a `parameters` or `lambda_parameters` node. */
export function lowerParameters(node: SyntaxNode, depth: number): LoweredParameters {
  const parameters: Parameter[] = [];
  const prologue: Statement[] = [];
  let plain: Parameter['kind'] = 'positional';
  const add = (name: SyntaxNode, kind: Parameter['kind'], value: SyntaxNode | null) => {
    if (name.type === 'list_splat_pattern') return add(name.children[0], 'rest', null);
    if (name.type === 'dictionary_splat_pattern') {
      return add(name.children[0], 'keywordRest', null);
    }
    if (kind === 'rest') plain = 'keywordOnly';
    if (name.type === 'tuple_pattern') prologue.push(refuseTuple(name));
    parameters.push({
      name:
        name.type === 'identifier' ? normalizeName(name.text) : `(${targetNames(name).join(', ')})`,
      span: spanOf(name),
      default: value === null ? null : lowerExpression(value, depth),
      kind,
    });
  };
  for (const child of node.children) {
    switch (child.type) {
      case 'positional_separator':
        for (const [at, each] of parameters.entries()) {
          parameters[at] = { ...each, positionOnly: true };
        }
        break;
      case 'keyword_separator':
        plain = 'keywordOnly';
        break;
      case 'default_parameter':
      case 'typed_default_parameter':
        add(child.children[0], plain, fieldOf(child, 'value'));
        break;
      case 'typed_parameter':
        add(child.children[0], plain, null);
        break;
      case 'identifier':
      case 'tuple_pattern':
      case 'list_splat_pattern':
      case 'dictionary_splat_pattern':
        add(child, plain, null);
        break;
    }
  }
  return { parameters, prologue };
}

function refuseTuple(node: SyntaxNode): Statement {
  return {
    kind: 'unsupportedStatement',
    span: spanOf(node),
    reason: 'A parameter in brackets belongs to Python 2.',
    hint: 'Give it a name and unpack it in the body.',
    binds: targetNames(node),
  };
}
