import type { ReactNode } from 'react';
import type { FieldValues } from '#core/op/op.ts';
import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { TextAreaField } from '#client/ui/fields/TextAreaField.tsx';
import { SavedNote } from '#client/ui/parts/SavedNote.tsx';
import { useDraftNote } from './useDraftNote.ts';
import { useDraftText, type DraftTarget } from './useDraftText.ts';

export type DraftFieldProps = {
  readonly target: DraftTarget;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** Fields written beside the text each time, such as its language. */
  readonly also?: FieldValues;
  /** Fields that begin the record, if this text is the first thing touched. */
  readonly whenNew?: () => FieldValues;
  /** The language of what is typed. */
  readonly lang?: 'es' | 'en';
};

/** Several lines that cannot be lost: a draft while typing, saved on leaving the field, and it says so. */
export function DraftTextArea(props: DraftFieldProps & { readonly minRows?: number }) {
  const { scope, entity, entityId, field } = props.target;
  // Another record is another draft: nothing of the one before may stay in the field.
  return <Area key={draftKey(scope, entity, entityId, field)} {...props} />;
}

function Area({ target, label, help, also, whenNew, lang, minRows = 4 }: DraftFieldProps & { readonly minRows?: number }) {
  const draft = useDraftText(target, also, whenNew);
  const note = useDraftNote(draft);
  return (
    <TextAreaField
      label={label}
      help={help}
      value={draft.value}
      onChange={draft.change}
      onBlur={() => void draft.save()}
      rows={minRows}
      lang={lang}
      error={note.error}
      note={<SavedNote text={note.text} saved={note.saved} />}
    />
  );
}
