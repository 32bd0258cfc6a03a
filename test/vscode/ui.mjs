/**
 * `npm run test:ui`: drives VS Code with mouse and keyboard on the examples, a file of ui/ a
 * scenario with a window and a copy of the examples of its own. Pictures of each step are kept
 * in out/screenshots/. `npm run test:ui -- hover` runs the scenarios whose names hold `hover`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { home, install, project } from './install.mjs';
import { main } from './main.mjs';
import { startServer } from './server.mjs';

const pictures = join(project, 'out', 'screenshots');

const detecting = { 'window.autoDetectHighContrast': true };

/** All scenarios run in the first; those that say `everyTheme` in each of them. */
const themes = {
  dark: { settings: { 'workbench.colorTheme': 'Default Dark Modern' } },
  light: { settings: { 'workbench.colorTheme': 'Default Light Modern' } },
  // These the workbench takes from the system.
  'contrast-dark': { settings: detecting, media: { forcedColors: 'active', colorScheme: 'dark' } },
  'contrast-light': {
    settings: detecting,
    media: { forcedColors: 'active', colorScheme: 'light' },
  },
};

main('The screens', 900_000, async () => {
  const built = spawnSync(process.execPath, ['esbuild.js'], { cwd: project, stdio: 'inherit' });
  if (built.status !== 0) return 1;
  install();
  mkdirSync(pictures, { recursive: true });
  const scenarios = await chosenScenarios(process.argv[2] ?? '');
  const browser = await launchBrowser();
  const count = { passing: 0, failing: 0 };
  try {
    for (const [index, theme] of Object.keys(themes).entries()) {
      const shown = scenarios.filter(({ everyTheme }) => index === 0 || everyTheme);
      await runTheme(browser, theme, shown, count);
    }
  } finally {
    await browser.close();
  }
  console.log(`\n${count.passing} passing, ${count.failing} failing`);
  return count.failing === 0 && count.passing > 0 ? 0 : 1;
});

/**
 * A scenario exports `steps`: by name, in order in one window, what is done and what must be on
 * the screen then. With `settings` of the user it has a VS Code of its own; `files` stand beside the examples.
 */
async function chosenScenarios(part) {
  const folder = join(home, 'ui');
  const files = readdirSync(folder).filter((file) => file.includes(part));
  return Promise.all(
    files.sort().map(async (file) => ({
      name: basename(file, '.mjs'),
      ...(await import(join(folder, file))),
    })),
  );
}

async function runTheme(browser, theme, scenarios, count) {
  const shared = scenarios.filter(({ settings }) => settings === undefined);
  const others = scenarios.filter(({ settings }) => settings !== undefined);
  for (const group of [shared, ...others.map((scenario) => [scenario])]) {
    if (group.length === 0) continue;
    const settings = { ...themes[theme].settings, ...group[0].settings };
    const server = await startServer({ settings });
    try {
      for (const scenario of group) await runScenario(browser, server, scenario, theme, count);
    } finally {
      server.stop();
    }
  }
}

async function runScenario(browser, server, { name, steps, files }, theme, count) {
  // A copy, since the steps type into the files.
  const scratch = mkdtempSync(join(tmpdir(), 'gradlens-'));
  const folder = join(scratch, 'examples');
  cpSync(join(project, 'examples'), folder, { recursive: true });
  for (const [file, text] of Object.entries(files ?? {})) writeFileSync(join(folder, file), text);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  await page.emulateMedia(themes[theme].media ?? {});
  console.log(`${name}, ${theme}`);
  try {
    await page.goto(server.address(folder));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    for (const [step, act] of Object.entries(steps)) {
      const picture = join(pictures, `${name}-${step}-${theme}.png`);
      const failure = await act(page, { folder })
        .finally(() => page.screenshot({ path: picture }))
        .then(
          () => null,
          (problem) => problem,
        );
      console.log(`  ${failure === null ? '✔' : '✖'} ${step}`);
      if (failure !== null) console.log(failure.message.replace(/^/gm, '      '));
      count[failure === null ? 'passing' : 'failing'] += 1;
    }
  } finally {
    await page.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
