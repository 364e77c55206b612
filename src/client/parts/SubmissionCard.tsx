import { useTranslation } from 'react-i18next';
import type { Submission } from '#core/finding/findingState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { proofPhotosOf } from '#core/visit/photo.ts';
import { useScopeState } from '#client/storage/WorkspaceContext.ts';
import { Author } from './Author.tsx';
import { BroughtPills } from './BroughtPills.tsx';
import { OtherLanguageTag } from './OtherLanguageTag.tsx';
import { PhotoRow } from './PhotoRow.tsx';
import styles from './SubmissionCard.module.css';
import { useFormat } from './useFormat.ts';
import { useIsWaiting } from './useIsWaiting.ts';

/** What the agency sent for verification at one time: photos, note, who and when, and whether it has left this machine. */
export function SubmissionCard({ submission, scope, timeZone }: { readonly submission: Submission; readonly scope: ScopeId; readonly timeZone: string }) {
  const { t } = useTranslation('finding');
  const format = useFormat();
  const photos = proofPhotosOf(useScopeState(scope)).filter((photo) => submission.photos.includes(photo.id));
  const waiting = useIsWaiting([submission.id]);
  return (
    <article className={styles.submission}>
      {submission.note === '' ? null : (
        <p className={styles.note}>
          <span lang={submission.noteLanguage}>{submission.note}</span> <OtherLanguageTag language={submission.noteLanguage} />
        </p>
      )}
      {submission.photos.length === 0 ? <p className={styles.none}>{t('submission.noPhotos')}</p> : null}
      <PhotoRow scope={scope} photos={photos.map((photo) => ({ ...photo, alt: t('photo.proof', { date: format.dateTime(photo.takenAt, timeZone) }) }))} />
      <Author userId={submission.facts.createdBy} at={submission.facts.recordedAt} timeZone={timeZone} />
      <BroughtPills opIds={submission.facts.opIds} />
      {waiting ? <p className={styles.none}>{t('submission.waiting')}</p> : null}
    </article>
  );
}
