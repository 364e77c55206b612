import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { readText } from '#core/op/readField.ts';
import { entityOf, headIds } from '#core/op/scopeState.ts';
import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { SealError } from '#client/storage/workspace.ts';

/** Typing reaches the encrypted drafts within 300 ms; this leaves room for the write itself. */
const DRAFT_AFTER_MS = 200;
/** A pause this long seals what was typed. */
const SEAL_AFTER_MS = 4_000;

export type DraftTarget = { readonly scope: ScopeId; readonly entity: string; readonly entityId: string; readonly field: string };

export type DraftText = {
  readonly value: string;
  readonly change: (text: string) => void;
  /** Seals what was typed; resolves to whether nothing is left unsaved. Call on blur; leaving the screen calls it too. */
  readonly save: () => Promise<boolean>;
  readonly status: 'clean' | 'typing' | 'kept' | 'saved' | 'failed';
  readonly error: SealError | undefined;
};

/**
 * A text field that cannot lose what is typed: encrypted draft while typing, an op on blur, on a pause and on leaving.
 * `also`: fields written beside the text each time (its language), `whenNew`: fields that begin the record, if it is new.
 */
export function useDraftText(target: DraftTarget, also: FieldValues = {}, whenNew: () => FieldValues = () => ({})): DraftText {
  const workspace = useWorkspace();
  const state = useScopeState(target.scope);
  const entity = entityOf(state, target.entity, target.entityId);
  const key = draftKey(target.scope, target.entity, target.entityId, target.field);
  const stored = readText(entity, target.field).text;
  const [typed, setTyped] = useState<string | undefined>(() => workspace.drafts.get(key)?.value);
  const [status, setStatus] = useState<DraftText['status']>(typed === undefined ? 'clean' : 'kept');
  const [error, setError] = useState<SealError>();
  const latest = useRef({ typed, base: workspace.drafts.get(key)?.base, startedAtMs: 0, timers: [] as number[], also, whenNew, state, saving: undefined as Promise<unknown> | undefined });
  latest.current.also = also;
  latest.current.whenNew = whenNew;
  latest.current.state = state;

  const save = useCallback(async (): Promise<boolean> => {
    const now = latest.current;
    for (const timer of now.timers) clearTimeout(timer);
    // Blur, pause and leaving may come together: one seal at a time, or the same words would be written twice.
    while (now.saving) await now.saving;
    if (now.typed === undefined) return true;
    const value = now.typed;
    const before = entityOf(now.state, target.entity, target.entityId);
    if (before !== undefined && value === readText(before, target.field).text && !readText(before, target.field).conflict) {
      now.typed = undefined;
      setTyped(undefined);
      await workspace.drafts.remove(key);
      return true;
    }
    const sealing = workspace.seal(
      [{
        scope: target.scope, entity: target.entity, entityId: target.entityId,
        set: { ...(before === undefined ? now.whenNew() : {}), ...now.also, [target.field]: value },
        base: { [target.field]: now.base ?? headIds(before, target.field) },
      }],
      { drafts: [key] },
    );
    now.saving = sealing;
    const sealed = await sealing;
    now.saving = undefined;
    if (!sealed.ok) {
      setError(sealed.error);
      setStatus('failed');
      return false;
    }
    setError(undefined);
    if (now.typed === value) {
      now.typed = undefined;
      now.base = undefined;
      setTyped(undefined);
      setStatus('saved');
    } else {
      now.base = sealed.value.opIds;
    }
    return true;
  }, [workspace, key, target.scope, target.entity, target.entityId, target.field]);

  const change = useCallback(
    (text: string) => {
      const now = latest.current;
      if (now.typed === undefined) {
        now.base = headIds(entityOf(now.state, target.entity, target.entityId), target.field);
        now.startedAtMs = workspace.nowMs();
      }
      now.typed = text;
      setTyped(text);
      setStatus('typing');
      for (const timer of now.timers) clearTimeout(timer);
      const keep = async (): Promise<void> => {
        const kept = await workspace.drafts.put({
          key, scope: target.scope, entity: target.entity, entityId: target.entityId, field: target.field,
          value: text, base: now.base ?? [], startedAtMs: now.startedAtMs,
          also: { ...(entityOf(now.state, target.entity, target.entityId) === undefined ? now.whenNew() : {}), ...now.also },
        });
        if (!kept.ok) {
          setError(kept.error);
          setStatus('failed');
        } else setStatus((current) => (current === 'typing' ? 'kept' : current));
      };
      now.timers = [window.setTimeout(() => void keep(), DRAFT_AFTER_MS), window.setTimeout(() => void save(), SEAL_AFTER_MS)];
    },
    [workspace, key, save, target.scope, target.entity, target.entityId, target.field],
  );

  useEffect(() => () => void save(), [save]);

  return { value: typed ?? stored, change, save, status, error };
}
