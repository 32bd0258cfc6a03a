/**
 * The part of mathjs that formulas need: parsing, simplification and TeX. A module
 * of its own, so that a bundle leaves out the rest and loads it on first use.
 */
import { create, parseDependencies, simplifyDependencies } from 'mathjs';

const { parse, simplify } = create({ ...parseDependencies, ...simplifyDependencies });

/** An expression as TeX; throws where it cannot be read. */
function formulaToTex(text: string): string {
  return parse(text).toTex({ parenthesis: 'auto', implicit: 'hide' });
}

export { formulaToTex, parse, simplify };
