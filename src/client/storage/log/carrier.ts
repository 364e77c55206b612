import type { IdSource } from '#core/ids.ts';
import type { Op } from '#core/op/op.ts';
import type { ImportRow } from '#client/storage/imports/importRow.ts';
import { piecesOfFormerRows, piecesOfImports, type Piece } from './carriedPieces.ts';
import type { LogStore } from './logStore.ts';
import type { SegmentFacts } from './segment.ts';

/** What was carried is not carried again for so long: whose author is not proved yet may be later. */
const OFFERED_FOR_MS = 60 * 60 * 1000;

export type CarrierRows = { readonly imports: readonly ImportRow[]; readonly segments: readonly SegmentFacts[]; readonly epoch: string };

/** Remembers what was offered to the server, and gives what was not lately. */
export type Carrier = {
  readonly pieces: (rows: CarrierRows, isSentAlready: (op: Op) => boolean) => Promise<readonly Piece[]>;
  readonly noteOffered: (pieces: readonly Piece[]) => void;
};

export function carrierOf(store: Pick<LogStore, 'readSegments'>, { nowMs }: Pick<IdSource, 'nowMs'>): Carrier {
  const offered = new Map<string, number>();
  return {
    pieces: async ({ imports, segments, epoch }, isSentAlready) => {
      const pieces = [...piecesOfImports(imports), ...(await piecesOfFormerRows(store, segments, epoch, isSentAlready))];
      return pieces.filter(({ name }) => (offered.get(name) ?? -Infinity) < nowMs() - OFFERED_FOR_MS);
    },
    noteOffered: (pieces) => {
      for (const { name } of pieces) offered.set(name, nowMs());
    },
  };
}
