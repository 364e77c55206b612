import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { interviewsOf } from '#core/visit/interview.ts';
import { observationsOf } from '#core/visit/observation.ts';
import { EvidenceItem } from '#client/parts/EvidenceItem.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './FindingEvidence.module.css';
import type { DraftEditProps } from './useDraftEdit.ts';

/** The evidence of the standard, to write from. None of it is handed over but photos that are chosen. */
export function FindingEvidence({ world, draft }: DraftEditProps) {
  const { t } = useTranslation('finding');
  const observations = observationsOf(world.visit).filter((one) => one.standards.includes(draft.standard));
  const interviews = interviewsOf(world.visit).filter((one) => one.standards.includes(draft.standard));
  return (
    <Card title={t('evidence.title')}>
      {observations.length + interviews.length === 0 ? <p>{t('evidence.none')}</p> : null}
      {observations.map((one) => <EvidenceItem key={one.id} world={world} record={one} />)}
      {interviews.map((one) => (
        <div key={one.id} className={styles.kept}>
          <Pill tone="mute" icon={<IconEyeOff size="1.125rem" stroke={2.2} aria-hidden="true" />}>{t('evidence.notShared')}</Pill>
          <EvidenceItem world={world} record={one} />
        </div>
      ))}
    </Card>
  );
}
