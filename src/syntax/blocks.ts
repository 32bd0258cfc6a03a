/** The blocks inside a statement, for walks that look at every statement of a body. */
import type { Block, Statement } from './nodes';

/** The blocks that run as a part of a statement; not the bodies of functions and classes. */
export function innerBlocks(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map((each) => each.body),
        statement.otherwise,
        statement.final,
      ];
    case 'with':
      return [statement.body];
    case 'match':
      return statement.cases.map((each) => each.body);
    default:
      return [];
  }
}
