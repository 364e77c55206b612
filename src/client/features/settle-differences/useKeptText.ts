import { useRef, useState } from 'react';
import { headIds, entityOf } from '#core/op/scopeState.ts';
import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { DraftTarget } from '#client/parts/useDraftText.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';

export type KeptText = { readonly key: string; readonly text: string; readonly change: (text: string) => void; readonly failed: string | undefined };

/**
 * A text that belongs to one act and is sealed only with it: until then it stays in the encrypted drafts, so that a
 * killed tab does not lose it. The act removes the draft by its key in its own transaction.
 */
export function useKeptText(target: DraftTarget): KeptText {
  const workspace = useWorkspace();
  const state = useScopeState(target.scope);
  const errorText = useSealErrorText();
  const key = draftKey(target.scope, target.entity, target.entityId, target.field);
  const [text, setText] = useState(() => workspace.drafts.get(key)?.value ?? '');
  const [failed, setFailed] = useState<string>();
  const startedAtMs = useRef<number>(undefined);
  const change = (next: string): void => {
    setText(next);
    startedAtMs.current ??= workspace.nowMs();
    const base = headIds(entityOf(state, target.entity, target.entityId), target.field);
    const kept = next === '' ? workspace.drafts.remove(key) : workspace.drafts.put({ key, ...target, value: next, also: {}, base, startedAtMs: startedAtMs.current });
    void kept.then((done) => setFailed(done.ok ? undefined : errorText(done.error)));
  };
  return { key, text, change, failed };
}
