import type { SyncStatus } from '#client/sync/syncStatus.ts';

type Seen = Pick<SyncStatus, 'network' | 'signedOut' | 'failure'>;

/** What goes wrong on this side of the wire: said elsewhere, and no trouble of the server. */
const ON_THIS_SIDE: readonly string[] = ['disk-full', 'storage-lost', 'other-window'];

/** The server is reached, yet the last round did not end well: it fails, or turns everybody away for now (5xx, 429). */
export function hasServerTrouble({ network, signedOut, failure }: Seen): boolean {
  return network === 'reached' && !signedOut && failure !== undefined && !ON_THIS_SIDE.includes(failure);
}
