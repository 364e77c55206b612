import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A fresh profile on the disk (a private one would keep its databases in memory), without service workers. `CHROMIUM_PATH` names the browser. */
export async function openBrowser(folder: string, profile: string): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run npm run bench');
  return chromium.launchPersistentContext(join(folder, profile), {
    executablePath, headless: true, args: FLAGS, serviceWorkers: 'block', viewport: { width: 1180, height: 820 }, locale: 'es-MX',
  });
}
