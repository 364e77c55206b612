import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '#core/finding/draftFinding.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';

/** The findings that were made for this standard, as ways in: nobody writes the same one twice without seeing it. */
export function FindingsOfStandard({ world, findings }: { readonly world: VisitWorld; readonly findings: readonly DraftFinding[] }) {
  const { t } = useTranslation('rating');
  return findings.map((finding) => (
    <ActionButton key={finding.id} kind="quiet" href={`/visits/${world.visitId}/findings/${finding.id}`}>{t('why.openFinding', { code: finding.code })}</ActionButton>
  ));
}
