import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { StandardList } from '#client/features/rate-standards/StandardList.tsx';
import { describeDatabase } from '#client/storage/database/database.ts';
import { openAccount } from '#client/storage/people/openAccount.ts';
import { WorkspaceContext } from '#client/storage/WorkspaceContext.ts';
import { ThemeProvider } from '#client/ui/ThemeProvider.tsx';
import { benchEdition } from '#test/bench/workload/benchEdition.ts';
import { benchOps } from '#test/bench/workload/benchOps.ts';
import { VISIT } from '#test/bench/workload/benchPeople.ts';
import { fillTablet } from './fillTablet.ts';
import { OpenedList } from './OpenedList.tsx';
import { describePlainTablet, fillPlainTablet } from './plainTablet.ts';
import { readPlainTablet } from './readPlainTablet.ts';
import { Stage, stage } from './Stage.tsx';
import { startTexts } from './startTexts.ts';

const SEED = 20_261_122;

/** Each takes ms from the key (the limit: from nothing, it has none) to the first rows laid out in the page. */
export type UnlockBench = { readonly product: () => Promise<number>; readonly floor: () => Promise<number> };

/** Fills the tablet and its plain copy; both databases are open and the theme stands before a clock starts, as at a real unlock. */
export async function openUnlockBench(): Promise<UnlockBench> {
  await startTexts();
  const edition = benchEdition(SEED);
  const { account, name, dataKey } = await fillTablet(edition, benchOps(edition, SEED));
  await fillPlainTablet(dataKey);
  const place = document.getElementById('app');
  if (!place) throw new Error('index.html has no #app');
  flushSync(() => createRoot(place).render(<ThemeProvider appearance="light"><Stage /></ThemeProvider>));
  const show = (node: ReactNode): void => flushSync(() => stage.setState({ node }));
  const source = { nowMs: () => Date.now(), randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

  return {
    product: async () => {
      const db = describeDatabase(name);
      await db.open();
      const startMs = performance.now();
      const unlocked = await openAccount({ db, dataKey, account, source, signInKey: undefined });
      const drawn = firstRows(place);
      show(<WorkspaceContext value={unlocked.workspace}><OpenedList /></WorkspaceContext>);
      await drawn;
      const endMs = performance.now();
      show(null);
      await unlocked.lock();
      return endMs - startMs;
    },
    floor: async () => {
      const db = describePlainTablet();
      await db.open();
      const startMs = performance.now();
      const { index, rows } = await readPlainTablet(db);
      const drawn = firstRows(place);
      show(<StandardList visitId={VISIT} index={index} rows={rows} currentId={undefined} drawn />);
      await drawn;
      const endMs = performance.now();
      show(null);
      db.close();
      return endMs - startMs;
    },
  };
}

/** Resolves once rows stand in the page, with their layout computed. */
function firstRows(place: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const row = place.querySelector('[role="listitem"]');
      if (!row) return;
      observer.disconnect();
      row.getBoundingClientRect();
      resolve();
    });
    observer.observe(place, { childList: true, subtree: true });
  });
}
