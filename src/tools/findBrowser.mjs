// A browser for the journeys: one that is there, else the one inside @sparticuz/chromium, else Debian's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './prepare.mjs';
import { unpackChromium } from './unpackChromium.mjs';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium-browser', 'chromium'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser that has been seen to start and draw a page; undefined when there is none and none can be had. */
export async function findBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of [process.env.CHROMIUM_PATH, '/usr/bin/chromium', ...onPath, ...ELSEWHERE]) {
    if (path && existsSync(path) && (await starts(path))) return path;
  }
  const unpacked = await unpackChromium();
  if (unpacked && (await starts(unpacked))) return unpacked;
  return installFromDebian() && (await starts('/usr/bin/chromium')) ? '/usr/bin/chromium' : undefined;
}

/** Loaded late: on a fresh clone this file is read before the packages are there. */
async function starts(path) {
  const { chromium } = await import('playwright-core');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  try {
    const browser = await chromium.launch({ executablePath: path, args, timeout: 60_000 });
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>cotejo</title>');
    const title = await page.title();
    await browser.close();
    return title === 'cotejo';
  } catch (error) {
    say(`${path} does not start: ${error.message.split('\n')[0]}`);
    return false;
  }
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say('Installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args) => spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 2, 2] }).status === 0;
  return aptGet('update') && aptGet('install', '-y', '--no-install-recommends', 'chromium');
}
