import type { Figure } from './figure.ts';
import { measureMemory } from './measureMemory.ts';
import { measurePhotos } from './measurePhotos.ts';
import { measureRtt } from './measureRtt.ts';
import { measureScale } from './measureScale.ts';
import { measureServer } from './measureServer.ts';
import { measureSinglePulls } from './measureSinglePulls.ts';
import { measureSync } from './measureSync.ts';
import { withSyncPlace } from './syncPlace.ts';

export type VisitSizes = {
  readonly records: number;
  readonly rounds: number;
  readonly singleWrites: number;
  readonly openings: number;
  readonly photos: number;
  /** Visits with two tablets each. */
  readonly busyVisits: number;
  readonly opsEach: number;
  readonly singlePulls: number;
  readonly minutes: number;
  readonly photosInUse: number;
};

/** The work of one visit, as other engines were measured on it. */
export const FULL: VisitSizes = {
  records: 2_000, rounds: 3, singleWrites: 400, openings: 7, photos: 100, busyVisits: 25, opsEach: 500, singlePulls: 2_000, minutes: 120, photosInUse: 300,
};

/** The same in a minute: every figure is made, and none of them says anything. */
export const QUICK: VisitSizes = {
  records: 60, rounds: 1, singleWrites: 5, openings: 1, photos: 3, busyVisits: 2, opsEach: 5, singlePulls: 12, minutes: 6, photosInUse: 6,
};

export async function measureVisit(folder: string, sizes: VisitSizes, say: (line: string) => void): Promise<readonly Figure[]> {
  // Each measurement has visits of its own: what one leaves behind is not in the next one's way.
  const alone = 3 * sizes.rounds + 4;
  return withSyncPlace(folder, alone + sizes.busyVisits, say, async (place, all) => {
    const visits = all.slice(0, alone);
    const next = (count: number): typeof all => visits.splice(0, count);
    const [small, large, single, memory] = next(4);
    if (!small || !large || !single || !memory) throw new Error('no visit is left');
    return [
      // First: the server's peak of memory is that of this alone.
      ...(await measureServer(place, all.slice(alone), sizes.opsEach, say)),
      ...(await measureSync(place, next(sizes.rounds), sizes, say)),
      ...(await measureRtt(place, next(sizes.rounds), sizes.records, say)),
      ...(await measurePhotos(place, next(sizes.rounds), sizes.photos, say)),
      ...(await measureSinglePulls(place, single, sizes.singlePulls, say)),
      ...(await measureMemory(place, memory, { minutes: sizes.minutes, photos: sizes.photosInUse, records: sizes.records }, say)),
      ...(await measureScale(place, [small, large], sizes.records, say)),
    ];
  });
}
