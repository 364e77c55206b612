import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { toasts } from './toasts.ts';
import styles from './toasts.module.css';

type UndoToast = {
  /** The same act shown twice replaces its toast. */
  readonly id: string;
  readonly text: string;
  readonly undo?: { readonly label: string; readonly onUndo: () => void };
};

/** What was just done, bottom left, 10 s, with the way back. It stays while it is touched or has the focus. */
export function showUndoToast({ id, text, undo }: UndoToast): void {
  toasts.show(id, (
    <>
      <IconCheck size="1.375rem" stroke={2.6} aria-hidden="true" />
      <span className={styles.text}>{text}</span>
      {undo === undefined ? null : (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            toasts.hide(id);
            undo.onUndo();
          }}
        >
          <IconArrowBackUp size="1.25rem" stroke={2.4} aria-hidden="true" />
          {undo.label}
        </button>
      )}
    </>
  ));
}
