import { changeOfDraft } from '#client/storage/drafts/changeOfDraft.ts';
import type { OpenDrafts } from '#client/storage/drafts/dexieDrafts.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import { entityOf } from '#core/op/scopeState.ts';

/**
 * Seals what was half-typed when the app was locked or killed: its words become a record like any other, at the place and
 * with the base that they were typed at. A draft that cannot be sealed now (no room, no right) stays a draft.
 */
export async function sealLeftDrafts(replica: Replica, drafts: OpenDrafts): Promise<void> {
  for (const draft of drafts.all()) {
    const known = entityOf(replica.state(draft.scope), draft.entity, draft.entityId);
    if (!known && draft.value === '') {
      await drafts.remove(draft.key);
      continue;
    }
    await drafts.whileSealing([draft.key], () => replica.seal([changeOfDraft(draft)], { drafts: [draft.key] }));
  }
}
