import type { Op } from '#core/op/op.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { BackUp } from './backUpLog.ts';

/** A record that the server does not have, as far as this tablet knows. */
export type WaitingItem = {
  readonly op: Op;
  /** It came by file: who made the file. */
  readonly broughtBy?: string;
  /** It stands in the last back-up. */
  readonly copied: boolean;
};

/** Own work first, oldest on top; then colleagues' that is carried. */
export function onlyHere(replica: Pick<Replica, 'outbox' | 'imports'>, backUp: BackUp | undefined): readonly WaitingItem[] {
  return [
    ...replica.outbox().map(({ op }): WaitingItem => ({ op, copied: backUp !== undefined && op.n <= backUp.n })),
    ...replica.imports().flatMap(({ ops, broughtBy, importedAtMs }) =>
      ops.map((op): WaitingItem => ({ op, broughtBy, copied: backUp !== undefined && importedAtMs <= backUp.atMs }))),
  ];
}
