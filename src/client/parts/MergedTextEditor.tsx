import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '#client/ui/fields/TextAreaField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { SavedNote } from '#client/ui/parts/SavedNote.tsx';
import { useDraftNote } from './useDraftNote.ts';
import { useDraftText, type DraftTarget } from './useDraftText.ts';

type MergedTextEditorProps = {
  readonly target: DraftTarget;
  readonly label: string;
  readonly startWith: string;
  readonly language: 'es' | 'en' | undefined;
  /** Saved without a change: the proposal as it stands. */
  readonly onUntouched: () => void;
};

/** Rewords a proposal; from the first key on it is a draft like any other, and saving it settles the difference. */
export function MergedTextEditor({ target, label, startWith, language, onUntouched }: MergedTextEditorProps) {
  const { t } = useTranslation('capture');
  const draft = useDraftText(target, language === undefined ? {} : { [`${target.field}Lang`]: language });
  const note = useDraftNote(draft);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const untouched = draft.status === 'clean';
  return (
    <>
      <TextAreaField
        areaRef={area}
        label={label}
        rows={6}
        lang={language}
        value={untouched ? startWith : draft.value}
        onChange={draft.change}
        onBlur={() => void draft.save()}
        error={note.error}
        note={<SavedNote text={note.text} saved={note.saved} />}
      />
      <div><ActionButton kind="primary" onPress={() => (untouched ? onUntouched() : void draft.save())}>{t('merged.saveEdited')}</ActionButton></div>
    </>
  );
}
