/**
 * The part of mathjs that formulas need: parsing and simplification. A module of
 * its own, so that a bundle leaves out the rest and loads it on first use.
 */
import { create, parseDependencies, simplifyDependencies } from 'mathjs';

const { parse, simplify } = create({ ...parseDependencies, ...simplifyDependencies });

export { parse, simplify };
