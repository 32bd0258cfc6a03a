/**
 * What a program imports, as its import statements name it, wherever they stand:
 * also in functions, branches and handlers.
 */
import { onceFor } from './moved';
import type { Program, Statement } from './nodes';
import { visit } from './visit';

/** A module as an import names it: `..pkg.layers` has level 2 and the module `pkg.layers`. */
export interface ModuleRequest {
  readonly level: number;
  readonly module: string;
}

/** An import: the module, and the names taken from it, which may be modules inside it. */
export interface Import {
  readonly request: ModuleRequest;
  readonly names: readonly string[];
}

export function importsOf({ body }: Program): Import[] {
  return body.flatMap(importsIn);
}

const importsIn = onceFor((statement: Statement): readonly Import[] => {
  const found: Import[] = [];
  visit(statement, (node) => {
    if (node.kind === 'import') found.push(...plainImports(node.module));
    else if (node.kind === 'importFrom') found.push(fromImport(node));
  });
  return found;
});

interface FromImport extends ModuleRequest {
  readonly names: readonly { readonly name: string }[];
}

function fromImport({ level, module, names }: FromImport): Import {
  const taken = names.map(({ name }) => name).filter((name) => name !== '*');
  return { request: { level, module }, names: taken };
}

/** `import a.b.c` runs a, a.b and a.b.c. */
function plainImports(module: string): Import[] {
  const parts = module.split('.');
  return parts.map((_, at) => ({
    request: { level: 0, module: parts.slice(0, at + 1).join('.') },
    names: [],
  }));
}

/** The module `name` inside the module `outer`. */
export function inside(outer: ModuleRequest, name: string): ModuleRequest {
  const { level, module } = outer;
  return { level, module: module === '' ? name : `${module}.${name}` };
}
