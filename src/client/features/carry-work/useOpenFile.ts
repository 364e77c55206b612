import { useCallback, useState } from 'react';
import type { ImportPreview, Merged, OpenedBundle, OpenError } from '#client/storage/bundle/bundleOrder.ts';
import type { OtherWindow } from '#client/storage/log/replica.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

export type Opening =
  | { readonly step: 'choose' }
  | { readonly step: 'reading' }
  /** Under a passphrase. `wrong`: the last words did not open it. */
  | { readonly step: 'words'; readonly file: File; readonly wrong: boolean; readonly busy: boolean }
  | { readonly step: 'preview'; readonly preview: ImportPreview; readonly opened: OpenedBundle }
  | { readonly step: 'merging'; readonly done: number; readonly total: number }
  | { readonly step: 'done'; readonly merged: Merged }
  | { readonly step: 'refused'; readonly error: OpenError | StorageError | OtherWindow };

export type OpenFile = {
  readonly opening: Opening;
  readonly take: (file: File) => Promise<void>;
  readonly tryWords: (words: string) => Promise<void>;
  readonly merge: () => Promise<void>;
  readonly again: () => void;
};

/** A file from the picker to the merge, step by step; nothing is stored before the last one. */
export function useOpenFile(): OpenFile {
  const { handOver } = useWorkspace();
  const [opening, setOpening] = useState<Opening>({ step: 'choose' });

  const show = useCallback((opened: OpenedBundle): void => setOpening({ step: 'preview', preview: opened.preview, opened }), []);

  const take = async (file: File): Promise<void> => {
    setOpening({ step: 'reading' });
    const kind = await handOver.keyKindOf(file);
    if (!kind.ok) return setOpening({ step: 'refused', error: kind.error });
    if (kind.value === 'passphrase') return setOpening({ step: 'words', file, wrong: false, busy: false });
    const opened = await handOver.open(file);
    return opened.ok ? show(opened.value) : setOpening({ step: 'refused', error: opened.error });
  };

  const tryWords = async (words: string): Promise<void> => {
    if (opening.step !== 'words') return;
    const { file } = opening;
    setOpening({ ...opening, busy: true });
    const opened = await handOver.open(file, words);
    if (opened.ok) show(opened.value);
    else if (opened.error.type === 'wrong-passphrase') setOpening({ step: 'words', file, wrong: true, busy: false });
    else setOpening({ step: 'refused', error: opened.error });
  };

  const merge = async (): Promise<void> => {
    if (opening.step !== 'preview') return;
    setOpening({ step: 'merging', done: 0, total: 0 });
    const merged = await opening.opened.merge((done, total) => setOpening({ step: 'merging', done, total }));
    setOpening(merged.ok ? { step: 'done', merged: merged.value } : { step: 'refused', error: merged.error });
  };

  return { opening, take, tryWords, merge, again: () => setOpening({ step: 'choose' }) };
}
