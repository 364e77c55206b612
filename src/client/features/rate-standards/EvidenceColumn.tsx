import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { ChecklistEvidence } from '#client/parts/ChecklistEvidence.tsx';
import { EvidenceItem } from '#client/parts/EvidenceItem.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EvidenceLane } from '#client/ui/parts/EvidenceLane.tsx';
import { captureHref } from './captureHref.ts';
import { useLaneSummary } from './useLaneSummary.ts';
import styles from './EvidenceColumn.module.css';

/** One lane per light, always document, interview, observation. */
export function EvidenceColumn({ world, row }: { readonly world: VisitWorld; readonly row: StandardOverview }) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const summary = useLaneSummary();
  const { evidence } = row;
  const { id, directiveRequired } = row.place.standard;
  const add = (kind: 'interview' | 'observation') =>
    row.items.length === 0 || !world.mayWrite ? null : <ActionButton icon={<IconPlus stroke={2.2} />} href={captureHref(world.visitId, kind, id)}>{t(`evidence.add.${kind}`)}</ActionButton>;
  return (
    <div className={styles.column}>
      <EvidenceLane kind="document" value={evidence.document} title={t('vocabulary:lane.document')} summary={summary(evidence, 'document')}>
        <p className={styles.note}>{t(directiveRequired ? 'evidence.directive' : 'evidence.noDirective')}</p>
      </EvidenceLane>
      <EvidenceLane kind="interview" value={evidence.interview} title={t('vocabulary:lane.interview')} summary={summary(evidence, 'interview')}>
        {evidence.interviews.map((one) => <EvidenceItem key={one.id} world={world} record={one} />)}
        {add('interview')}
      </EvidenceLane>
      <EvidenceLane kind="observation" value={evidence.observation} title={t('vocabulary:lane.observation')} summary={summary(evidence, 'observation')}>
        {evidence.observations.map((one) => <EvidenceItem key={one.id} world={world} record={one} />)}
        {evidence.checklists.map((one) => <ChecklistEvidence key={one.id} world={world} record={one} standardId={id} />)}
        {add('observation')}
      </EvidenceLane>
    </div>
  );
}
