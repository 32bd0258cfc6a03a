/**
 * `npm run test:ui`: drives VS Code with mouse and keyboard on the examples, a file of ui/ a
 * scenario. Scenarios of the same settings share a window and a copy of the examples, and each
 * finds it tidy. Pictures of each step are kept in out/screenshots/. `npm run test:ui -- hover`
 * runs the scenarios whose names hold `hover`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { home, install, project } from './install.mjs';
import { main } from './main.mjs';
import { startServer } from './server.mjs';
import { tidy } from './workbench.mjs';

const pictures = join(project, 'out', 'screenshots');

/**
 * All scenarios run in the first; those that say `everyTheme` in each of them. The workbench takes
 * its theme from the system, as it is emulated here.
 */
const themes = {
  dark: { forcedColors: 'none', colorScheme: 'dark' },
  light: { forcedColors: 'none', colorScheme: 'light' },
  'contrast-dark': { forcedColors: 'active', colorScheme: 'dark' },
  'contrast-light': { forcedColors: 'active', colorScheme: 'light' },
};

const followSystem = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredLightColorTheme': 'Default Light Modern',
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
    for (const group of groupsOf(scenarios)) await runGroup(browser, group, count);
  } finally {
    await browser.close();
  }
  console.log(`\n${count.passing} passing, ${count.failing} failing`);
  return count.failing === 0 && count.passing > 0 ? 0 : 1;
});

/**
 * A scenario exports `steps`: by name, in order, what is done and what must be on the screen then.
 * With `settings` of the user it has a VS Code of its own; `files` stand beside the examples.
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

function groupsOf(scenarios) {
  const shared = scenarios.filter(({ settings }) => settings === undefined);
  const others = scenarios.filter(({ settings }) => settings !== undefined);
  return [shared, ...others.map((scenario) => [scenario])].filter((group) => group.length > 0);
}

async function runGroup(browser, group, count) {
  // A copy, since the steps type into the files.
  const scratch = mkdtempSync(join(tmpdir(), 'gradlens-'));
  const folder = join(scratch, 'examples');
  cpSync(join(project, 'examples'), folder, { recursive: true });
  for (const [file, text] of group.flatMap(({ files }) => Object.entries(files ?? {}))) {
    writeFileSync(join(folder, file), text);
  }
  const server = await startServer({ settings: { ...followSystem, ...group[0].settings } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    page.setDefaultTimeout(60_000);
    await page.emulateMedia(themes.dark);
    await page.goto(server.address(folder));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    for (const [index, theme] of Object.keys(themes).entries()) {
      await page.emulateMedia(themes[theme]);
      for (const scenario of group.filter(({ everyTheme }) => index === 0 || everyTheme)) {
        await runScenario(page, folder, scenario, theme, count);
        await tidy(page);
      }
    }
  } finally {
    await page.close();
    server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What is moving when a step is done is shown where it comes to rest. */
function picture(page, name) {
  return page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

async function runScenario(page, folder, { name, steps }, theme, count) {
  console.log(`${name}, ${theme}`);
  for (const [step, act] of Object.entries(steps)) {
    const started = performance.now();
    const failure = await act(page, { folder })
      .finally(() => picture(page, `${name}-${step}-${theme}`))
      .then(
        () => null,
        (problem) => problem,
      );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`  ${failure === null ? '✔' : '✖'} ${step} (${seconds} s)`);
    if (failure !== null) console.log(failure.message.replace(/^/gm, '      '));
    count[failure === null ? 'passing' : 'failing'] += 1;
  }
}
