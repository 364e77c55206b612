import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { FieldValues } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import { readText } from '#core/op/readField.ts';
import { entityOf, headIds, type EntityState } from '#core/op/scopeState.ts';
import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { SealError, Workspace } from '#client/storage/workspace.ts';

/** Typing reaches the encrypted drafts within 300 ms; this leaves room for the write itself. */
const DRAFT_AFTER_MS = 200;
/** A pause this long seals what was typed. */
const SEAL_AFTER_MS = 4_000;
/** A full disk may have room again soon: what could not be written is tried again this often. */
const AGAIN_AFTER_MS = 5_000;

export type DraftTarget = { readonly scope: ScopeId; readonly entity: string; readonly entityId: string; readonly field: string };

export type DraftText = {
  readonly value: string;
  readonly change: (text: string) => void;
  /** Seals what was typed; resolves to whether nothing is left unsaved. Call on blur; leaving the screen calls it too. */
  readonly save: () => Promise<boolean>;
  readonly status: 'clean' | 'typing' | 'kept' | 'saved' | 'failed';
  readonly error: SealError | undefined;
  /** The last words are not even a draft on the disk: closing the app would lose them. */
  readonly onlyOnScreen: boolean;
};

/** What is being typed into one field of one record. Another target begins another one: their words never meet. */
type Editing = {
  readonly key: string;
  readonly target: DraftTarget;
  typed: string | undefined;
  base: readonly string[] | undefined;
  startedAtMs: number;
  status: DraftText['status'];
  error: SealError | undefined;
  onlyOnScreen: boolean;
  /** Whether its field is on the screen: what is not is not tried again. */
  shown: boolean;
  timers: readonly number[];
  saving: Promise<unknown> | undefined;
  also: FieldValues;
  whenNew: () => FieldValues;
};

/**
 * A text field that cannot lose what is typed: encrypted draft while typing, an op on blur, on a pause and on leaving.
 * `also`: fields written beside the text each time (its language), `whenNew`: fields that begin the record, if it is new.
 */
export function useDraftText(target: DraftTarget, also: FieldValues = {}, whenNew: () => FieldValues = () => ({})): DraftText {
  const workspace = useWorkspace();
  const state = useScopeState(target.scope);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const key = draftKey(target.scope, target.entity, target.entityId, target.field);
  const current = useRef<Editing>(undefined);
  if (current.current?.key !== key) current.current = beginEditing(workspace, key, target);
  const editing = current.current;
  editing.also = also;
  editing.whenNew = whenNew;

  const save = useCallback(() => saveTyped(workspace, editing, redraw), [workspace, editing]);
  const change = useCallback((text: string) => takeTyped(workspace, editing, text, redraw), [workspace, editing]);
  useEffect(() => {
    editing.shown = true;
    // A draft that was left may be one that the disk had no room for: it is called kept once it is written.
    void keepTyped(workspace, editing, redraw);
    return () => {
      editing.shown = false;
      void save();
    };
  }, [workspace, editing, save]);

  const stored = readText(entityOf(state, target.entity, target.entityId), target.field).text;
  return { value: editing.typed ?? stored, change, save, status: editing.status, error: editing.error, onlyOnScreen: editing.onlyOnScreen };
}

function beginEditing(workspace: Workspace, key: string, target: DraftTarget): Editing {
  const draft = workspace.drafts.get(key);
  return {
    key, target, typed: draft?.value, base: draft?.base, startedAtMs: draft?.startedAtMs ?? 0, status: draft ? 'typing' : 'clean',
    error: tooLong(draft?.value ?? '', target.field), onlyOnScreen: false, shown: true, timers: [], saving: undefined, also: {}, whenNew: () => ({}),
  };
}

const entityNow = (workspace: Workspace, { scope, entity, entityId }: DraftTarget): EntityState | undefined =>
  entityOf(workspace.state(scope), entity, entityId);

function takeTyped(workspace: Workspace, editing: Editing, text: string, redraw: () => void): void {
  if (editing.typed === undefined) {
    editing.base = headIds(entityNow(workspace, editing.target), editing.target.field);
    editing.startedAtMs = workspace.nowMs();
  }
  editing.typed = text;
  editing.status = 'typing';
  // Said while the whole text still stands there, not when it is refused.
  editing.error = tooLong(text, editing.target.field);
  for (const timer of editing.timers) clearTimeout(timer);
  editing.timers = [
    window.setTimeout(() => void keepTyped(workspace, editing, redraw), DRAFT_AFTER_MS),
    window.setTimeout(() => void saveTyped(workspace, editing, redraw), SEAL_AFTER_MS),
  ];
  redraw();
}

/** Writes the draft; afterwards the words survive a killed tab. */
async function keepTyped(workspace: Workspace, editing: Editing, redraw: () => void): Promise<void> {
  const { key, target, typed, base, startedAtMs } = editing;
  if (typed === undefined) return;
  const begins = entityNow(workspace, target) === undefined ? editing.whenNew() : {};
  const kept = await workspace.drafts.put({ key, ...target, value: typed, base: base ?? [], startedAtMs, also: { ...begins, ...editing.also } });
  editing.onlyOnScreen = !kept.ok;
  if (!kept.ok) {
    editing.error = kept.error;
    editing.status = 'failed';
  } else if (editing.status === 'typing') editing.status = 'kept';
  redraw();
}

async function saveTyped(workspace: Workspace, editing: Editing, redraw: () => void): Promise<boolean> {
  for (const timer of editing.timers) clearTimeout(timer);
  // Blur, pause and leaving may come together: one seal at a time, or the same words would be written twice.
  while (editing.saving) await editing.saving;
  if (editing.typed === undefined) return true;
  const saving = sealTyped(workspace, editing, editing.typed, redraw);
  editing.saving = saving.catch(() => undefined);
  try {
    return await saving;
  } finally {
    editing.saving = undefined;
    redraw();
  }
}

async function sealTyped(workspace: Workspace, editing: Editing, value: string, redraw: () => void): Promise<boolean> {
  const { key, target } = editing;
  const before = entityNow(workspace, target);
  const stored = readText(before, target.field);
  if (before !== undefined && value === stored.text && !stored.conflict) {
    editing.typed = undefined;
    await workspace.drafts.remove(key);
    return true;
  }
  const { scope, entity, entityId, field } = target;
  const sealed = await workspace.seal(
    [{
      scope, entity, entityId, set: { ...(before === undefined ? editing.whenNew() : {}), ...editing.also, [field]: value },
      base: { [field]: editing.base ?? headIds(before, field) },
    }],
    { drafts: [key] },
  );
  if (!sealed.ok) {
    editing.error = sealed.error;
    editing.status = 'failed';
    // The timer that would have written the draft was stopped: without this the last words would be on the screen only.
    await keepTyped(workspace, editing, () => undefined);
    if (editing.shown && mayPass(sealed.error)) editing.timers = [window.setTimeout(() => void saveTyped(workspace, editing, redraw), AGAIN_AFTER_MS)];
    return false;
  }
  editing.error = undefined;
  editing.onlyOnScreen = false;
  if (editing.typed === value) {
    editing.typed = undefined;
    editing.base = undefined;
    editing.status = 'saved';
  } else editing.base = sealed.value.opIds;
  return true;
}

const tooLong = (text: string, field: string): SealError | undefined => (text.length > MAX_TEXT_CHARS ? { type: 'too-long', field } : undefined);

/** Errors that go away by themselves. */
const mayPass = (error: SealError): boolean => error.type === 'disk-full' || error.type === 'storage-lost';
