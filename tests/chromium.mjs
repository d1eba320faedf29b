// Finds a Chromium for the browser tests, or installs one. Prints nothing but progress; returns its path.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

/** A browser that is on disk may still lack the libraries it needs, so it counts only when it opens a page. */
async function opens(path) {
  try {
    const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function firstThatOpens(paths) {
  for (const path of paths) if (path && existsSync(path) && (await opens(path))) return path;
  return null;
}

const present = () => firstThatOpens([process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemPaths]);

function installDebianChromium() {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    return run(command, rest);
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu');
}

/** Path of a Chromium that opens. Throws when there is none and none can be installed. */
export async function findChromium() {
  const found = await present();
  if (found) return found;
  console.log('No Chromium on this machine: installing one');
  run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  const downloaded = await present();
  if (downloaded) return downloaded;
  installDebianChromium();
  const packaged = await present();
  if (packaged) return packaged;
  throw new Error('No Chromium could be found or installed. Install one and name it in CHROMIUM_PATH.');
}
