import { useCallback, useEffect, useRef, useState } from 'react';
import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { SealError } from '#client/storage/workspace.ts';
import type { DraftTarget } from './useDraftText.ts';

/** As in `useDraftText`: the encrypted draft is there within 300 ms. */
const KEEP_AFTER_MS = 200;

export type KeptText = {
  readonly value: string;
  readonly change: (text: string) => void;
  /** For `SealOptions.drafts`: the act that sends the text removes it. */
  readonly key: string;
  /** To be called just before sealing, so that a late draft does not outlive the act; after a failed one `change` keeps it again. */
  readonly forget: () => void;
  readonly error: SealError | undefined;
};

/** Text of an act that is written by its button only (a decision, a submission): kept as an encrypted draft until then. */
export function useKeptText(target: DraftTarget): KeptText {
  const workspace = useWorkspace();
  const key = draftKey(target.scope, target.entity, target.entityId, target.field);
  const [value, setValue] = useState(() => workspace.drafts.get(key)?.value ?? '');
  const [error, setError] = useState<SealError>();
  const pending = useRef<{ timer: number; keep: () => void }>(undefined);

  const forget = useCallback(() => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = undefined;
  }, []);

  const change = (text: string): void => {
    setValue(text);
    forget();
    const keep = (): void => {
      pending.current = undefined;
      const kept = text === ''
        ? workspace.drafts.remove(key)
        : workspace.drafts.put({ ...target, key, value: text, also: {}, base: [], startedAtMs: workspace.nowMs() });
      void kept.then((result) => setError(result.ok ? undefined : result.error));
    };
    pending.current = { keep, timer: window.setTimeout(keep, KEEP_AFTER_MS) };
  };

  useEffect(() => () => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    pending.current.keep();
  }, []);

  return { value, change, key, forget, error };
}
