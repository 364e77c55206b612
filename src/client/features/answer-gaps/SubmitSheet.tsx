import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import type { ProofPhoto } from '#core/finding/findingPhotos.ts';
import { submissionChange } from '#core/finding/submissionChange.ts';
import { NoteLanguage } from '#client/parts/NoteLanguage.tsx';
import { PhotoView } from '#client/parts/PhotoView.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useKeptText } from '#client/parts/useKeptText.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { TextAreaField } from '#client/ui/fields/TextAreaField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import styles from './SubmitSheet.module.css';
import type { AgencyWorld } from './useAgencyWorld.ts';

type SubmitSheetProps = { readonly world: AgencyWorld; readonly finding: AgencyFinding; readonly proofs: readonly ProofPhoto[]; readonly onClose: () => void };

/** Asked once, since it leaves the phone: which proofs go, and what to tell the team. Without a proof it says so first. */
export function SubmitSheet({ world, finding, proofs, onClose }: SubmitSheetProps) {
  const { t } = useTranslation(['gaps', 'common']);
  const format = useFormat();
  const screen = useInterfaceLanguage();
  const sealErrorText = useSealErrorText();
  const { seal, errorText, sealing } = useSealing();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [noteLanguage, setNoteLanguage] = useState(screen);
  const note = useKeptText({ scope: world.scope, entity: 'submission', entityId: finding.id, field: 'note' });
  const unsent = proofs.filter((proof) => !proof.submitted).map((proof) => proof.photo);
  const chosen = unsent.filter((photo) => !leftOut.has(photo.id)).map((photo) => photo.id);
  const lacksProof = chosen.length === 0;

  const choose = (id: string, take: boolean): void => {
    const next = new Set(leftOut);
    if (take) next.delete(id);
    else next.add(id);
    setLeftOut(next);
  };

  const send = async (): Promise<void> => {
    note.forget();
    const sealed = await seal([submissionChange(world.scope, finding.id, { note: note.value, noteLanguage, photos: chosen })], { drafts: [note.key] });
    if (!sealed) {
      note.change(note.value);
      return;
    }
    showUndoToast({ id: `submission ${finding.id}`, text: t('submit.done') });
    onClose();
  };

  return (
    <SheetDrawer opened onClose={onClose} title={t(lacksProof ? 'submit.lacksTitle' : 'submit.title')} closeLabel={t('common:close')}>
      <div className={styles.sheet}>
        <p>{t(lacksProof ? 'submit.lacksText' : 'submit.text')}</p>
        {unsent.length > 0 ? (
          <div>
            {unsent.map((photo) => {
              const when = format.dateTime(photo.takenAt, world.card.timeZone);
              return (
                <CheckRow
                  key={photo.id}
                  label={t('submit.photo', { date: when })}
                  side={<PhotoView scope={world.scope} sha256={photo.thumbFile} size="small" alt={t('proofs.alt', { date: when })} />}
                  checked={!leftOut.has(photo.id)}
                  onChange={(take) => choose(photo.id, take)}
                />
              );
            })}
          </div>
        ) : null}
        <TextAreaField
          label={t('submit.note')}
          help={t('submit.noteHelp')}
          value={note.value}
          onChange={note.change}
          rows={3}
          lang={noteLanguage}
          error={note.error && sealErrorText(note.error)}
        />
        <NoteLanguage value={noteLanguage} onChange={setNoteLanguage} />
        {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
        <ActionButton kind="primary" size="lg" full disabled={sealing} onPress={() => void send()}>{t(lacksProof ? 'submit.sendAnyway' : 'submit.send', { count: chosen.length })}</ActionButton>
        <ActionButton size="lg" full onPress={onClose}>{t('common:cancel')}</ActionButton>
      </div>
    </SheetDrawer>
  );
}
