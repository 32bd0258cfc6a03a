/**
 * Builds every bundle: the extension and its worker, both for Node and for the browser, the terminal
 * command, the webview, and (with --tests) the tests; with --bench the benchmarks alone. Only
 * the extension may see `vscode`; elsewhere an import of it fails the build.
 */
const { copyFileSync, mkdirSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { globSync } = require('tinyglobby');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const bench = process.argv.includes('--bench');

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  logLevel: 'warning',
};
/**
 * The parser's runtime names modules of Node, for branches that no browser takes, and asks for its own
 * address. Any other module of Node in a bundle for the browser fails the build.
 */
const runtimeWithoutNode = {
  name: 'runtime-without-node',
  setup(build) {
    build.onResolve({ filter: /^(url|module|fs\/promises)$/ }, ({ path, importer }) =>
      importer.endsWith('tree-sitter.js') ? { path, namespace: 'no-node' } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'no-node' }, () => ({
      contents: 'exports.pathToFileURL = (path) => ({ href: "file:///" + path });',
    }));
  },
};

/**
 * Asks for the API of VS Code once. A bundle in CommonJS would ask anew in each of its files and copy some 450
 * names each time, which is a third of what loading the extension takes.
 */
const apiOnce = {
  name: 'api-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/, namespace: 'file' }, () => ({
      path: 'vscode',
      namespace: 'api',
    }));
    build.onLoad({ filter: /^/, namespace: 'api' }, () => {
      const types = readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8');
      const found = types.matchAll(/^\texport (?:class|const|enum|function|namespace) (\w+)/gm);
      const names = new Set([...found].map(([, name]) => name));
      const values = [...names].map(
        (name) => `export const ${name} = /* @__PURE__ */ from('${name}');`,
      );
      return {
        contents: `const api = require('vscode');\nconst from = (name) => api[name];\n${values.join('\n')}`,
      };
    });
  },
};

const browser = { ...common, platform: 'browser', plugins: [runtimeWithoutNode] };
const node = { ...common, platform: 'node', target: 'node20' };

/** ESM bundles share chunks, so that heavy libraries load on first use; CommonJS packages inside need `require`. */
const nodeModules = {
  ...node,
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  banner: {
    js: "import { createRequire as gradlensRequire } from 'node:module'; const require = gradlensRequire(import.meta.url);",
  },
};

const bundles = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    format: 'cjs',
    external: ['vscode'],
    plugins: [apiOnce],
  },
  {
    ...nodeModules,
    entryPoints: ['src/cli.ts', 'src/cli/worker.ts', 'src/editor/worker.ts'],
    outdir: 'dist',
    outbase: 'src',
    external: ['tinypool'],
  },
  {
    ...browser,
    entryPoints: ['src/extension-web.ts'],
    outdir: 'dist',
    format: 'cjs',
    external: ['vscode'],
    plugins: [apiOnce, runtimeWithoutNode],
  },
  {
    ...browser,
    entryPoints: { 'worker-web': 'src/editor/worker-web.ts' },
    outdir: 'dist',
    format: 'iife',
  },
  {
    ...browser,
    entryPoints: ['media/panel.tsx'],
    outdir: 'dist/webview',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

const testBundles = [
  {
    ...nodeModules,
    sourcemap: 'inline',
    entryPoints: [
      'test/support/table.ts',
      ...globSync('test/**/*.test.ts', { ignore: ['test/editor/**', 'test/vscode/**'] }),
    ],
    outdir: 'out/test/unit',
    outbase: 'test',
    external: ['tinypool'],
  },
  {
    ...node,
    sourcemap: 'inline',
    entryPoints: ['test/editor/index.ts', ...globSync('test/editor/**/*.test.ts')],
    outdir: 'out/test/editor',
    format: 'cjs',
    external: ['vscode', 'mocha'],
  },
];

const benchBundle = {
  ...nodeModules,
  sourcemap: 'inline',
  entryPoints: [
    'test/bench/bench.ts',
    'test/bench/file-rows.ts',
    'test/bench/speed/row.ts',
    'test/bench/speed/speed.ts',
    'test/bench/mutants/mutants.ts',
    'test/bench/trust/trust.ts',
  ],
  outdir: 'out/bench',
  outbase: 'test/bench',
  external: ['esbuild'],
};

/** What the bench of the editor runs inside the extension host. */
const benchInEditor = {
  ...node,
  sourcemap: 'inline',
  entryPoints: ['start', 'rest', 'bare', 'large'].map((name) => `test/bench/editor/${name}.ts`),
  outdir: 'out/bench/editor',
  format: 'cjs',
  external: ['vscode'],
};

/** The parser's runtime and grammars, which stand beside the bundles. */
function copyAssets() {
  mkdirSync('dist', { recursive: true });
  const source = join('node_modules', '@vscode', 'tree-sitter-wasm', 'wasm');
  for (const name of ['tree-sitter.wasm', 'tree-sitter-python.wasm']) {
    copyFileSync(join(source, name), join('dist', name));
  }
}

async function main() {
  if (bench) {
    await Promise.all([esbuild.build(benchBundle), esbuild.build(benchInEditor)]);
    return;
  }
  const chosen = tests ? [...bundles, ...testBundles] : bundles;
  if (!watch) rmSync('dist', { recursive: true, force: true });
  if (tests) rmSync('out/test', { recursive: true, force: true });
  copyAssets();
  if (!watch) {
    await Promise.all(chosen.map((options) => esbuild.build(options)));
    return;
  }
  for (const options of chosen) {
    const context = await esbuild.context(options);
    await context.watch();
  }
}

main().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
