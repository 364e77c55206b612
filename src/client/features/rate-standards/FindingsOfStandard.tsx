import { useTranslation } from 'react-i18next';
import { draftFindingsOf } from '#core/finding/draftFinding.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './FindingsOfStandard.module.css';

/** The findings that were made for this standard, as ways in: nobody writes the same one twice without seeing it. */
export function FindingsOfStandard({ world, standardId }: { readonly world: VisitWorld; readonly standardId: string }) {
  const { t } = useTranslation('rating');
  const findings = draftFindingsOf(world.visit).filter((finding) => finding.standard === standardId);
  if (findings.length === 0) return null;
  return (
    <div className={styles.row}>
      {findings.map((finding) => (
        <ActionButton key={finding.id} kind="quiet" href={`/visits/${world.visitId}/findings/${finding.id}`}>{t('why.openFinding', { code: finding.code })}</ActionButton>
      ))}
    </div>
  );
}
