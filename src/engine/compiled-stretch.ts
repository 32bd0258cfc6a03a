/**
 * A stretch of scalar rows as a WebAssembly function that works on the arena:
 * what it reads is copied into a page of memory, what is read later is copied
 * back. (A memory for each replay would cost more than these copies.)
 */
import { type Stretch, StretchCompiler, storedFrom } from './stretch-compiler';
import { encodeModule, names } from './wasm-encoder';

export interface CompiledStretch {
  /** Places in the arena that the stretch takes from before. */
  readonly reads: readonly number[];
  /** All places that a row writes; those that nothing reads later keep an older number. */
  readonly writes: ReadonlySet<number>;
  /** Runs on the arena; true when the pins that the stretch compares kept their values. */
  readonly run: (arena: Float64Array) => boolean;
}

/** All stretches use one page in turns: each fills it before it runs and empties it afterwards. */
let page: { readonly memory: WebAssembly.Memory; readonly numbers: Float64Array } | null = null;

/** Throws where WebAssembly is missing or not allowed. */
export function compileStretch(stretch: Stretch): CompiledStretch {
  page ??= newPage();
  const { memory, numbers } = page;
  const compiler = new StretchCompiler(stretch);
  const writes = compiler.follow();
  const kept = [...writes];
  const stored = kept.filter((place) => stretch.live[place] === 1);
  const pinned = kept.filter((place) => stretch.pins.has(place));
  compiler.keep(stored);
  compiler.keep(pinned);
  compiler.writeSteps();
  compiler.writeStores(stored);
  compiler.writeComparison(pinned);
  const compute = instantiate(compiler, memory);
  const ins = Int32Array.from(compiler.reads);
  const outs = Int32Array.from(stored);
  const run = (arena: Float64Array) => {
    for (let i = 0; i < ins.length; i++) numbers[i] = arena[ins[i]];
    const same = compute();
    for (let i = 0; i < outs.length; i++) arena[outs[i]] = numbers[storedFrom + i];
    return same !== 0;
  };
  return { reads: compiler.reads, writes, run };
}

function instantiate(compiler: StretchCompiler, memory: WebAssembly.Memory): () => number {
  const { functions, locals, code } = compiler;
  const imports: Record<string, WebAssembly.ImportValue> = { [names.memory]: memory };
  for (const [index, each] of functions.entries()) imports[index] = each;
  const arities = functions.map((each) => each.length);
  const module = new WebAssembly.Module(
    encodeModule(arities, { floats: locals, integers: 0 }, code.written()),
  );
  const instance = new WebAssembly.Instance(module, { [names.module]: imports });
  return instance.exports[names.run] as () => number;
}

function newPage() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  return { memory, numbers: new Float64Array(memory.buffer) };
}
