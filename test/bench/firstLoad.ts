import type { Page } from 'playwright-core';
import gaps from '#locales/es/gaps.json';
import prepare from '#locales/es/prepare.json';
import rating from '#locales/es/rating.json';
import signIn from '#locales/es/signIn.json';
import standard from '#locales/es/standard.json';
import common from '#locales/es/common.json';
import { aServer } from '#test/journeys/support/serverProcess.ts';
import { figure, type Figure } from './figure.ts';
import { gzipKilobytes, type Asset } from './gzipKilobytes.ts';
import { openBrowser } from './openBrowser.ts';

/** kB (1,000 bytes). */
const LIMIT_KB = 350;
const PASSWORD = 'cotejo demo 2026';
const WAIT_MS = 60_000;

/**
 * kB that a browser in a fresh profile fetches of the app (no API data) until a screen can be used: signing in, the list
 * of standards (its manual is fetched on the way, by the screen that fetches manuals), the list of gaps. The server sends
 * the app's files uncompressed, so each is counted as gzip -9 makes it.
 */
export async function firstLoad(folder: string, say: (line: string) => void): Promise<readonly Figure[]> {
  const server = await aServer({ COTEJO_DEMO: '1', NODE_ENV: 'production' });
  const measure = async (name: string, address: string, use: (page: Page) => Promise<void>): Promise<Figure> => {
    say(`First load: ${name} …`);
    const assets = await assetsUntil(folder, name, `${server.url}${address}`, use);
    for (const asset of assets) say(`  ${gzipKilobytes([asset]).toFixed(1).padStart(6)} kB  ${new URL(asset.url).pathname}`);
    return figure(`firstLoad.${name}`, gzipKilobytes(assets), 'kB', LIMIT_KB);
  };
  try {
    const visit = await addressAfterSignIn(folder, server.url, 'marta@cotejo.example', (page) => firstVisit(page));
    const gapList = await addressAfterSignIn(folder, server.url, 'lucia@cotejo.example', (page) => gapsAddress(page));
    return [
      await measure('signIn', '/', async (page) => page.getByRole('button', { name: signIn.enter }).waitFor({ timeout: WAIT_MS })),
      await measure('standards', `${visit}/standards`, async (page) => {
        await enter(page, 'marta@cotejo.example');
        await page.getByRole('link', { name: standard.manual.prepare }).click({ timeout: WAIT_MS });
        await page.getByRole('button', { name: prepare.remedy.manual }).first().click({ timeout: WAIT_MS });
        await page.getByRole('link', { name: common.nav.standards }).first().click({ timeout: WAIT_MS });
        await page.getByRole('list', { name: rating.list.label }).getByRole('listitem').first().waitFor({ timeout: WAIT_MS });
      }),
      await measure('gaps', gapList, async (page) => {
        await enter(page, 'lucia@cotejo.example');
        await page.getByRole('list', { name: gaps.title }).getByRole('listitem').first().waitFor({ timeout: WAIT_MS });
      }),
    ];
  } finally {
    await server.dispose();
  }
}

async function assetsUntil(folder: string, name: string, address: string, use: (page: Page) => Promise<void>): Promise<readonly Asset[]> {
  const browser = await openBrowser(folder, `first-${name}`);
  try {
    const page = await browser.newPage();
    const urls = new Set<string>();
    browser.on('request', (request) => {
      if (isCounted(new URL(request.url()))) urls.add(request.url());
    });
    await page.goto(address);
    await use(page);
    // Fonts are asked for by the first text that needs them.
    await page.evaluate(async () => void (await document.fonts.ready));
    return await Promise.all([...urls].map(assetAt));
  } finally {
    await browser.close();
  }
}

/** Not counted: API data, and what the browser fetches at leisure for the icon on the home screen. */
const isCounted = ({ protocol, pathname }: URL): boolean =>
  protocol === 'http:' && !pathname.startsWith('/api/') && !pathname.startsWith('/icons/') && !pathname.endsWith('.webmanifest');

/** Fetched once more, because a browser does not give the bytes of a worker's script. */
async function assetAt(url: string): Promise<Asset> {
  const response = await fetch(url, { headers: { accept: 'text/html, */*' } });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return { url, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** A tablet that nobody counts: signs in at the start and says where the screen to be measured is. */
async function addressAfterSignIn(folder: string, url: string, email: string, find: (page: Page) => Promise<string>): Promise<string> {
  const browser = await openBrowser(folder, `look-${email}`);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await enter(page, email);
    return await find(page);
  } finally {
    await browser.close();
  }
}

async function enter(page: Page, email: string): Promise<void> {
  await page.getByLabel(signIn.email, { exact: true }).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: signIn.enter, exact: true }).click();
}

async function firstVisit(page: Page): Promise<string> {
  const href = await page.locator('a[href^="/visits/"]').first().getAttribute('href', { timeout: WAIT_MS });
  const visit = /^\/visits\/[^/?]+/.exec(href ?? '')?.[0];
  if (visit === undefined) throw new Error('the demo shows no visit');
  return visit;
}

async function gapsAddress(page: Page): Promise<string> {
  await page.waitForURL('**/agencies/*/gaps', { timeout: WAIT_MS });
  return new URL(page.url()).pathname;
}
