/**
 * The scalar function and the network of the bench in TensorFlow.js on its CPU backend.
 * It is no package of the project: `install` brings it into this folder on first use.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const home = resolve('test/bench/speed');
const bundle = resolve('out/bench/tensorflow.mjs');

interface Tensor {
  dataSync(): Float32Array;
}

type Unary = (x: Tensor) => Tensor;
type Binary = (a: Tensor, b: Tensor) => Tensor;
type Reduction = (x: Tensor, axis?: number, keepDims?: boolean) => Tensor;

/** As much of TensorFlow.js as the bench uses. */
interface TensorFlow
  extends Record<'add' | 'sub' | 'mul' | 'matMul', Binary>,
    Record<'neg' | 'sin' | 'square' | 'exp' | 'log' | 'tanh', Unary>,
    Record<'max' | 'sum', Reduction> {
  scalar(value: number): Tensor;
  tensor(values: Float32Array, shape: readonly number[], type: 'float32'): Tensor;
  grads(f: (...inputs: Tensor[]) => Tensor): (inputs: Tensor[]) => Tensor[];
  tidy<Result>(f: () => Result): Result;
  setBackend(name: string): Promise<boolean>;
}

export async function loadTensorFlow(): Promise<TensorFlow> {
  install();
  // Its bundle for Node has no gradients: they are registered by a module of its sources.
  const contents = `
    export * from '@tensorflow/tfjs-core';
    import '@tensorflow/tfjs-core/dist/register_all_gradients';
    import '@tensorflow/tfjs-backend-cpu';`;
  await build({
    stdin: { contents, resolveDir: home },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['node-fetch'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const tf: TensorFlow = await import(pathToFileURL(bundle).href);
  await tf.setBackend('cpu');
  return tf;
}

function install(): void {
  if (existsSync(`${home}/node_modules/@tensorflow/tfjs-backend-cpu`)) return;
  console.error('Installing TensorFlow.js for the bench from npm (once, 53 MB) ...');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const ended = spawnSync('npm', ['ci', ...quiet], { cwd: home, stdio: 'inherit' });
  if (ended.status !== 0) throw new Error(`npm ci failed in ${home}`);
}

/** Gradients of sin(x·y) + x²·exp(−y), summed. */
export function scalarGradients(tf: TensorFlow): () => number {
  const gradients = tf.grads((x, y) =>
    tf.add(tf.sin(tf.mul(x, y)), tf.mul(tf.square(x), tf.exp(tf.neg(y)))),
  );
  return () => tf.tidy(() => sumOfFirst(gradients([tf.scalar(0.5), tf.scalar(2)])));
}

/** Gradients of the network's loss: the first numbers of each, summed. */
export function networkGradients(
  tf: TensorFlow,
  inputs: readonly { readonly data: Float64Array; readonly shape: readonly number[] }[],
  oneHot: Float32Array,
): () => number {
  const tensors = inputs.map(({ data, shape }) =>
    tf.tensor(Float32Array.from(data), shape, 'float32'),
  );
  const rows = oneHot.length / 10;
  const labels = tf.tensor(oneHot, [rows, 10], 'float32');
  const share = tf.scalar(-1 / rows);
  const gradients = tf.grads((X, W1, b1, W2, b2) => {
    const hidden = tf.tanh(tf.add(tf.matMul(X, W1), b1));
    const scores = tf.add(tf.matMul(hidden, W2), b2);
    const shifted = tf.sub(scores, tf.max(scores, 1, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    return tf.mul(tf.sum(tf.mul(logs, labels)), share);
  });
  return () => tf.tidy(() => sumOfFirst(gradients(tensors)));
}

function sumOfFirst(gradients: readonly Tensor[]): number {
  return gradients.reduce((sum, each) => sum + each.dataSync()[0], 0);
}
