import { IconTrash } from '@tabler/icons-react';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import type { RecordTarget } from './useRecordWriter.ts';
import { useUndoableDelete } from './useUndoableDelete.ts';

type DeleteRecordButtonProps = {
  readonly target: RecordTarget;
  readonly label: string;
  /** On the toast that offers it back. */
  readonly doneText: string;
  readonly onDeleted: () => void;
};

/** Deletes a record without asking: it can be undone. */
export function DeleteRecordButton({ target, label, doneText, onDeleted }: DeleteRecordButtonProps) {
  const { remove, errorText, sealing } = useUndoableDelete();
  const press = async (): Promise<void> => {
    if (await remove(target, doneText)) onDeleted();
  };
  return (
    <>
      <div><ActionButton kind="dangerSoft" icon={<IconTrash stroke={1.8} aria-hidden="true" />} disabled={sealing} onPress={() => void press()}>{label}</ActionButton></div>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
    </>
  );
}
