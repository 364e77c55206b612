import { openUnlockBench, type UnlockBench } from './unlockBench.tsx';
import { timeDrafts, type DraftTimes } from './timeDrafts.ts';

/** What the page offers to the process that drives it. All times in ms. */
type BenchPage = {
  readonly timeDrafts: (writes: number) => Promise<DraftTimes>;
  readonly openUnlockBench: () => Promise<UnlockBench>;
};

declare global {
  interface Window {
    readonly cotejoBench: BenchPage;
    unlockBench: UnlockBench;
  }
}

Object.assign(window, { cotejoBench: { timeDrafts, openUnlockBench } satisfies BenchPage });
