/**
 * The bytes of a small WebAssembly module: imported functions on float64, one
 * page of imported memory, and one exported function without parameters whose
 * body is given as instructions. Only what compiled replays and loops need of the format.
 */

/** The instructions that are used, by the names of the specification. */
export const opcode = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  return: 0x0f,
  call: 0x10,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Load: 0x28,
  f64Load: 0x2b,
  f64Store: 0x39,
  i32Const: 0x41,
  i64Const: 0x42,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32GeU: 0x4f,
  i64Eq: 0x51,
  f64Eq: 0x61,
  f64Ne: 0x62,
  f64Lt: 0x63,
  f64Gt: 0x64,
  f64Le: 0x65,
  f64Ge: 0x66,
  i32And: 0x71,
  i32Or: 0x72,
  i32Xor: 0x73,
  f64Abs: 0x99,
  f64Neg: 0x9a,
  f64Ceil: 0x9b,
  f64Floor: 0x9c,
  f64Trunc: 0x9d,
  f64Sqrt: 0x9f,
  f64Add: 0xa0,
  f64Sub: 0xa1,
  f64Mul: 0xa2,
  f64Div: 0xa3,
  f64Min: 0xa4,
  f64Max: 0xa5,
  f64ConvertI32: 0xb8,
  i64ReinterpretF64: 0xbd,
} as const;

const f64 = 0x7c;
const i32 = 0x7f;

/** The module and field names of the imports, and the name of the export. */
export const names = { module: 'r', memory: 'm', run: 'f' } as const;

/** Instructions, byte after byte. */
export class CodeWriter {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private used = 0;

  /** An opcode, or an operand of one byte. */
  byte(value: number): void {
    if (this.used + largestOperand > this.bytes.length) this.grow();
    this.bytes[this.used++] = value;
  }

  /** A whole number from 0 on. */
  unsigned(value: number): void {
    if (value < 0x80) this.byte(value);
    else for (const each of unsigned(value)) this.byte(each);
  }

  /** An f64.const. */
  constant(value: number): void {
    this.byte(opcode.f64Const);
    this.view.setFloat64(this.used, value, true);
    this.used += 8;
  }

  /** An i64.const of the bits of a float64, signed, seven bits a byte. */
  bits(value: number): void {
    this.byte(opcode.i64Const);
    this.view.setFloat64(this.used, value);
    let rest = this.view.getBigInt64(this.used);
    // What is left may end where it only repeats the sign, the highest of the seven bits.
    for (; rest < -64n || rest > 63n; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    this.byte(Number(rest & 0x7fn));
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  private grow(): void {
    const { bytes } = this;
    this.bytes = new Uint8Array(2 * bytes.length);
    this.bytes.set(bytes);
    this.view = new DataView(this.bytes.buffer);
  }
}

/** A byte and a float64 after it always have room. */
const largestOperand = 9;

/**
 * A module whose function `run` has float64 locals, then i32 locals, and `body`, without its `end`,
 * and returns an i32. Import number i is the field named i, a function of `arities[i]` numbers.
 */
export function encodeModule(
  arities: readonly number[],
  locals: { readonly floats: number; readonly integers: number },
  body: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const types = Array.from({ length: Math.max(0, ...arities) + 1 }, (_, arity) => [
    0x60,
    ...vector(Array.from({ length: arity }, () => [f64])),
    ...vector([[arity === 0 ? i32 : f64]]),
  ]);
  const functions = arities.map((arity, i) => [...path(String(i)), 0x00, ...unsigned(arity)]);
  const memory = [...path(names.memory), 0x02, 0x01, 0x01, 0x01];
  const declared = vector([
    [...unsigned(locals.floats), f64],
    [...unsigned(locals.integers), i32],
  ]);
  const size = unsigned(declared.length + body.length + 1);
  const before = [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, vector(types)),
    section(2, vector([memory, ...functions])),
    section(3, vector([[0x00]])),
    section(7, vector([[...text(names.run), 0x00, ...unsigned(arities.length)]])),
    // The head of section 10, which holds one function: the body is too long for lists.
    [10, ...unsigned(1 + size.length + declared.length + body.length + 1), 1, ...size, ...declared],
  ].flat();
  const bytes = new Uint8Array(before.length + body.length + 1);
  bytes.set(before);
  bytes.set(body, before.length);
  bytes[bytes.length - 1] = opcode.end;
  return bytes;
}

/** A whole number from 0 on, seven bits a byte. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function path(field: string): number[] {
  return [...text(names.module), ...text(field)];
}

function text(name: string): number[] {
  return vector([...name].map((letter) => [letter.charCodeAt(0)]));
}
