import type { KeptCommand } from '#core/protocol/wire.ts';
import type { OutboxEntry } from './logStore.ts';

/** The commands among these entries, as they are kept for ever: a restored server may have forgotten what they did. */
export const keptCommands = (entries: readonly OutboxEntry[]): readonly KeptCommand[] =>
  entries.flatMap(({ op, command }) => (command ? [{ command, op: op.id, lamport: op.lamport }] : []));
