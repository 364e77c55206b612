import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { decisionChange, needsNote } from '#core/finding/decisionChange.ts';
import type { DecisionValue } from '#core/finding/values.ts';
import { NoteLanguage } from '#client/parts/NoteLanguage.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useKeptText } from '#client/parts/useKeptText.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { TextAreaField } from '#client/ui/fields/TextAreaField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import styles from './DecisionSheet.module.css';

type DecisionSheetProps = {
  readonly world: VisitWorld;
  readonly finding: AgencyFinding;
  readonly value: DecisionValue;
  readonly onClose: () => void;
};

/** One decision with its reason; the agency reads it. */
export function DecisionSheet({ world, finding, value, onClose }: DecisionSheetProps) {
  const { t } = useTranslation(['verify', 'common']);
  const screen = useInterfaceLanguage();
  const note = useKeptText({ scope: world.agencyScope, entity: 'decision', entityId: finding.id, field: `note.${value}` });
  const [noteLanguage, setNoteLanguage] = useState(screen);
  const [asked, setAsked] = useState(false);
  // What stood on the screen when the leader began: a submission that arrives meanwhile is not counted as seen.
  const [seen] = useState(finding);
  const sealErrorText = useSealErrorText();
  const { seal, errorText, sealing } = useSealing();
  const lacksNote = needsNote(value) && note.value.trim() === '';
  const arrived = finding.submissions.length > seen.submissions.length;

  const decide = async (): Promise<void> => {
    setAsked(true);
    if (lacksNote) return;
    note.forget();
    const sealed = await seal([decisionChange(world.agencyScope, seen, { value, note: note.value, noteLanguage })], { drafts: [note.key] });
    if (!sealed) {
      note.change(note.value);
      return;
    }
    showUndoToast({ id: `decision ${finding.id}`, text: t(`done.${value}`) });
    onClose();
  };

  return (
    <SheetDrawer opened onClose={onClose} title={t(`decide.${value}`)} closeLabel={t('common:close')}>
      <div className={styles.sheet}>
        <p>{t(`sheet.${value}`)}</p>
        {arrived ? <Banner tone="warn" boxed>{t('sheet.arrived')}</Banner> : null}
        <TextAreaField
          label={t(`note.${value}`)}
          value={note.value}
          onChange={note.change}
          rows={3}
          lang={noteLanguage}
          error={asked && lacksNote ? t(`noteMissing.${value}`) : note.error && sealErrorText(note.error)}
        />
        <NoteLanguage value={noteLanguage} onChange={setNoteLanguage} />
        {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
        <ActionButton kind="primary" size="lg" full disabled={sealing} onPress={() => void decide()}>{t(`decide.${value}`)}</ActionButton>
        <ActionButton size="lg" full onPress={onClose}>{t('common:cancel')}</ActionButton>
      </div>
    </SheetDrawer>
  );
}
