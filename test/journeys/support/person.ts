import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { overhear } from './overhear.ts';

export const PASSWORD = 'cotejo demo 2026';

export const TABLET_LANDSCAPE = { width: 1180, height: 820 } as const;
export const TABLET_PORTRAIT = { width: 820, height: 1180 } as const;
export const PHONE = { width: 390, height: 844 } as const;

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

/** A person with a device: a browser profile of their own on a real disk, kept over restarts. */
export type Person = {
  readonly name: string;
  readonly page: () => Page;
  readonly context: () => BrowserContext;
  /** Bodies of every answer of the API to this person, as text; of a stream, its pieces. */
  readonly answers: readonly string[];
  /** Problems that the page reported by itself: uncaught errors and console errors. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
  /** `kill -9` of the browser: nothing of it runs any more, and nothing was asked. */
  readonly kill: () => Promise<void>;
  /** Opens the same profile again, as after switching the device off. `before`: done to the empty page before the app is opened. */
  readonly reopen: (before?: (page: Page) => Promise<void>) => Promise<void>;
  /** Files of the closed profile that hold a string, as UTF-8 or UTF-16LE. */
  readonly filesWith: (text: string) => readonly string[];
  readonly dispose: () => Promise<void>;
};

export type PersonOptions = {
  readonly name: string;
  readonly url: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly locale?: 'es-MX' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  /** Whether files that the page saves are kept. */
  readonly downloads?: boolean;
};

export async function aPerson({ name, url, viewport, locale = 'es-MX', colorScheme = 'light', downloads = false }: PersonOptions): Promise<Person> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const profile = mkdtempSync(join(tmpdir(), `cotejo-${name}-`));
  const answers: string[] = [];
  const complaints: string[] = [];
  let context: BrowserContext;
  let page: Page;

  const open = async (before?: (page: Page) => Promise<void>): Promise<void> => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath, args: [...FLAGS], headless: true, viewport, locale, colorScheme, timezoneId: 'America/Hermosillo', hasTouch: viewport.width < 1300,
      baseURL: url, acceptDownloads: downloads, reducedMotion: 'reduce',
    });
    page = context.pages()[0] ?? (await context.newPage());
    await overhear(context, (text) => void answers.push(text));
    page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) complaints.push(message.text());
    });
    await before?.(page);
    await page.goto('/');
  };
  await open();
  return {
    name, answers, complaints,
    page: () => page,
    context: () => context,
    close: () => context.close(),
    kill: async () => {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      process.kill(browserOf(profile), 'SIGKILL');
      await gone;
    },
    reopen: open,
    filesWith: (text) => {
      const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
      return filesBelow(profile).filter((file) => {
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      });
    },
    dispose: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The process of the browser that has this profile open; its helpers end with it. */
function browserOf(profile: string): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 64_000_000 }).split('\n');
  const line = lines.find((args) => args.includes(`--user-data-dir=${profile}`) && !args.includes('--type='));
  if (line === undefined) throw new Error(`no browser has ${profile} open`);
  return Number.parseInt(line, 10);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats?.isFile() ?? false;
    });
}
