import { useCallback, useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import type { ScopeId } from '#core/op/scope.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

const KEEP_AFTER_MS = 200;

/** What was typed into a form, by field. */
export type FormFields = Readonly<Record<string, string>>;

export type KeptForm = {
  /** The id that the new thing will have: the same after a killed tab. */
  readonly id: string;
  readonly fields: FormFields;
  readonly set: (values: FormFields) => void;
  /** The draft that the seal makes superfluous. */
  readonly draftKey: string;
  readonly discard: () => Promise<void>;
};

const stored = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/**
 * A form that is not a record yet, kept encrypted while it is filled in: locked or killed, it is there again. Its draft
 * lies in the scope that the form will create, so that nothing but the form's own seal ever writes it.
 */
export function useKeptForm(entity: string, scopeOf: (id: string) => ScopeId, about = ''): KeptForm {
  const { drafts, newId, nowMs } = useWorkspace();
  const draftKey = `form|${entity}|${about}`;
  const [{ id, initial }] = useState(() => {
    const draft = drafts.get(draftKey);
    const read = v.safeParse(stored, draft?.value);
    return { id: draft?.entityId ?? newId(), initial: read.success ? read.output : {} };
  });
  const [fields, setFields] = useState<FormFields>(initial);
  const latest = useRef(initial);
  const timer = useRef<number>(undefined);

  const keep = useCallback(() => {
    timer.current = undefined;
    void drafts.put({ key: draftKey, scope: scopeOf(id), entity, entityId: id, field: 'form', value: JSON.stringify(latest.current), also: {}, base: [], startedAtMs: nowMs() });
  }, [drafts, draftKey, entity, id, nowMs, scopeOf]);

  const set = useCallback((values: FormFields) => {
    latest.current = { ...latest.current, ...values };
    setFields(latest.current);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, KEEP_AFTER_MS);
  }, [keep]);

  const stop = useCallback((): boolean => {
    const wasPending = timer.current !== undefined;
    window.clearTimeout(timer.current);
    timer.current = undefined;
    return wasPending;
  }, []);
  useEffect(() => () => {
    if (stop()) keep();
  }, [stop, keep]);

  const discard = useCallback(async () => {
    stop();
    await drafts.remove(draftKey);
  }, [drafts, draftKey, stop]);

  return { id, fields, set, draftKey, discard };
}
