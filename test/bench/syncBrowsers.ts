import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './openBrowser.ts';
import type { BenchPerson } from './server/prepareData.ts';

/** Two devices, each a browser with a profile of its own on the disk. */
export type SyncBrowsers = {
  readonly a: BrowserContext;
  readonly b: BrowserContext;
  /** A fresh page of one of them, with the person's session where there is one. */
  readonly page: (of: 'a' | 'b', url: string, person?: BenchPerson) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export async function syncBrowsers(folder: string, say: (line: string) => void): Promise<SyncBrowsers> {
  const [a, b] = [await openBrowser(folder, 'sync-a'), await openBrowser(folder, 'sync-b')];
  return {
    a, b,
    page: async (of, url, person) => {
      const context = of === 'a' ? a : b;
      for (const old of context.pages()) if (context.pages().length > 1) await old.close();
      await context.clearCookies();
      if (person) await context.addCookies([{ name: 'cotejo_session', value: person.token, url, httpOnly: true, sameSite: 'Strict' }]);
      const page = await context.newPage();
      page.on('pageerror', (error) => say(`The page: ${error.message}`));
      await page.goto(url);
      await page.waitForFunction(() => 'syncBench' in window);
      return page;
    },
    close: async () => {
      await a.close();
      await b.close();
    },
  };
}
