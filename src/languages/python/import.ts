/** Lowers `import` and `from ... import` statements; `from __future__` has no effect here. */
import type { Statement } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, spanOf } from './expression';
import { normalizeName } from './names';

/** One statement for each module of `import a, b as c`. */
export function lowerImport(node: SyntaxNode): Statement[] {
  const span = spanOf(node);
  if (node.type === 'future_import_statement') return [{ kind: 'pass', span }];
  const imported = node.children.filter((child) => child.field === 'name');
  const names = imported.map(lowerName);
  if (node.type === 'import_statement') {
    return names.map(({ name, alias }) => ({ kind: 'import', span, module: name, alias }));
  }
  const wildcard = node.children.find((child) => child.type === 'wildcard_import');
  if (wildcard !== undefined) names.push({ name: '*', alias: null, span: spanOf(wildcard) });
  const { module, level } = moduleOf(fieldOf(node, 'module_name'));
  return [{ kind: 'importFrom', span, module, level, names }];
}

function lowerName(node: SyntaxNode) {
  const name = fieldOf(node, 'name') ?? node;
  const alias = fieldOf(node, 'alias');
  return {
    name: dottedName(name),
    alias: alias === null ? null : normalizeName(alias.text),
    span: spanOf(node),
  };
}

function moduleOf(node: SyntaxNode | null): { module: string; level: number } {
  if (node === null) return { module: '', level: 0 };
  if (node.type !== 'relative_import') return { module: dottedName(node), level: 0 };
  const [prefix, module] = node.children;
  const level = prefix.text.replace(/[^.]/g, '').length;
  return { module: module === undefined ? '' : dottedName(module), level };
}

/** `a . b` may hold blanks. */
function dottedName(node: SyntaxNode): string {
  return node.children.map((child) => normalizeName(child.text)).join('.');
}
