/**
 * Each scalar code as WebAssembly: a template of instructions where the standard
 * defines the same number bit for bit as JavaScript does, and else the very
 * function that the op's kernel calls, to be imported.
 */
import { Code, codeCount } from './scalar-codes';
import { floorDivide, floorMod, logAddExp, power, roundHalfEven, sigmoid } from './scalars';
import { opcode } from './wasm-encoder';

/** Where an operand belongs among the bytes of a template. */
const [a, b, c] = [-1, -2, -3];
const zero = [opcode.f64Const, 0, 0, 0, 0, 0, 0, 0, 0];
const isZero = [...zero, opcode.f64Eq];
const isTrue = [...zero, opcode.f64Ne];

/** The codes that are instructions: bytes, and -1, -2, -3 for the operands. */
export const templates: Readonly<Partial<Record<Code, readonly number[]>>> = {
  [Code.negate]: [a, opcode.f64Neg],
  [Code.sqrt]: [a, opcode.f64Sqrt],
  [Code.abs]: [a, opcode.f64Abs],
  [Code.floor]: [a, opcode.f64Floor],
  [Code.ceil]: [a, opcode.f64Ceil],
  [Code.trunc]: [a, opcode.f64Trunc],
  [Code.not]: [a, ...isZero, opcode.f64ConvertI32],
  [Code.add]: [a, b, opcode.f64Add],
  [Code.subtract]: [a, b, opcode.f64Sub],
  [Code.multiply]: [a, b, opcode.f64Mul],
  [Code.divide]: [a, b, opcode.f64Div],
  [Code.chain]: [...zero, a, b, opcode.f64Mul, a, ...isZero, opcode.select],
  [Code.maximum]: [a, b, opcode.f64Max],
  [Code.minimum]: [a, b, opcode.f64Min],
  [Code.less]: [a, b, opcode.f64Lt, opcode.f64ConvertI32],
  [Code.lessEqual]: [a, b, opcode.f64Le, opcode.f64ConvertI32],
  [Code.greater]: [a, b, opcode.f64Gt, opcode.f64ConvertI32],
  [Code.greaterEqual]: [a, b, opcode.f64Ge, opcode.f64ConvertI32],
  [Code.equal]: [a, b, opcode.f64Eq, opcode.f64ConvertI32],
  [Code.notEqual]: [a, b, opcode.f64Ne, opcode.f64ConvertI32],
  [Code.and]: [a, ...isTrue, b, ...isTrue, opcode.i32And, opcode.f64ConvertI32],
  [Code.or]: [a, ...isTrue, b, ...isTrue, opcode.i32Or, opcode.f64ConvertI32],
  [Code.xor]: [a, ...isTrue, b, ...isTrue, opcode.i32Xor, opcode.f64ConvertI32],
  [Code.where]: [b, c, a, ...isTrue, opcode.select],
};

/** The codes that are functions; their `length` tells how many operands they take. */
export const functions: Readonly<Partial<Record<Code, (a: number, b: number) => number>>> = {
  [Code.exp]: Math.exp,
  [Code.expm1]: Math.expm1,
  [Code.log]: Math.log,
  [Code.log1p]: Math.log1p,
  [Code.log2]: Math.log2,
  [Code.log10]: Math.log10,
  [Code.cbrt]: Math.cbrt,
  [Code.sin]: Math.sin,
  [Code.cos]: Math.cos,
  [Code.tan]: Math.tan,
  [Code.asin]: Math.asin,
  [Code.acos]: Math.acos,
  [Code.atan]: Math.atan,
  [Code.sinh]: Math.sinh,
  [Code.cosh]: Math.cosh,
  [Code.tanh]: Math.tanh,
  [Code.asinh]: Math.asinh,
  [Code.acosh]: Math.acosh,
  [Code.atanh]: Math.atanh,
  [Code.sigmoid]: sigmoid,
  [Code.sign]: Math.sign,
  [Code.round]: roundHalfEven,
  [Code.power]: power,
  [Code.atan2]: Math.atan2,
  [Code.hypot]: Math.hypot,
  [Code.logaddexp]: logAddExp,
  [Code.floorDivide]: floorDivide,
  [Code.floorMod]: floorMod,
  [Code.remainder]: (a, b) => a % b,
};

/** Per code: how many operands it takes. */
export const operandCount: readonly number[] = Array.from(
  { length: codeCount },
  (_, code: Code) => {
    const lowest = Math.min(a, ...(templates[code] ?? []));
    return functions[code]?.length ?? -lowest;
  },
);
