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
  const here = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', ...onPath, ...ELSEWHERE].find((path) => path && existsSync(path) && starts(path));
  if (here) return here;
  const unpacked = await unpackChromium();
  if (unpacked && starts(unpacked)) return unpacked;
  return installFromDebian() && starts('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

function starts(path) {
  const page = 'data:text/html,<title>cotejo</title>';
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--dump-dom'];
  const { stdout, stderr, error } = spawnSync(path, [...flags, page], { encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL' });
  if (stdout?.includes('<title>cotejo</title>')) return true;
  say(`${path} does not start: ${error?.message ?? stderr?.trim().split('\n').at(-1) ?? ''}`);
  return false;
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say('Installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args) => spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 2, 2] }).status === 0;
  return aptGet('update') && aptGet('install', '-y', '--no-install-recommends', 'chromium');
}
