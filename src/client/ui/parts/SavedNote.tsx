import { IconCheck } from '@tabler/icons-react';
import styles from './SavedNote.module.css';

/** Under a field: "Guardado en esta tableta". Keeps its line while there is nothing to say, so that nothing jumps. */
export function SavedNote({ text, saved }: { readonly text?: string | undefined; readonly saved: boolean }) {
  return (
    <div className={styles.note} role="status">
      {saved ? <IconCheck size="1.125rem" stroke={3} aria-hidden="true" /> : null}
      {text}
    </div>
  );
}
