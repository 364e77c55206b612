import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { SavedNote } from '#client/ui/parts/SavedNote.tsx';
import type { DraftFieldProps } from './DraftTextArea.tsx';
import { useDraftNote } from './useDraftNote.ts';
import { useDraftText } from './useDraftText.ts';

type LineProps = DraftFieldProps & {
  readonly inputMode?: 'numeric' | 'decimal' | undefined;
  /** What is wrong with the words, where they can be kept all the same. */
  readonly error?: string | undefined;
};

/** One line that cannot be lost; see `DraftTextArea`. */
export function DraftTextInput(props: LineProps) {
  const { scope, entity, entityId, field } = props.target;
  return <Line key={draftKey(scope, entity, entityId, field)} {...props} />;
}

function Line({ target, label, help, also, whenNew, lang, inputMode, error }: LineProps) {
  const draft = useDraftText(target, also, whenNew);
  const note = useDraftNote(draft);
  return (
    <TextField
      label={label}
      help={help}
      value={draft.value}
      onChange={draft.change}
      onBlur={() => void draft.save()}
      lang={lang}
      inputMode={inputMode}
      error={note.error ?? error}
      note={<SavedNote text={note.text} saved={note.saved} />}
    />
  );
}
