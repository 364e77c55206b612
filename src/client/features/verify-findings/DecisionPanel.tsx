import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { possibleDecisions } from '#core/finding/decisionChange.ts';
import type { DecisionValue } from '#core/finding/values.ts';
import { NotProvedBanner } from '#client/parts/NotProvedBanner.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { FindingStateMark } from '#client/ui/marks/FindingStateMark.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './DecisionPanel.module.css';
import { DecisionSheet } from './DecisionSheet.tsx';

const MARK_OF = { closed: 'verified_closed', returned: 'returned', reopened: 'reopened', accepted_risk: 'accepted_risk' } as const;

/** The team leader's decision; everybody else reads who decides. */
export function DecisionPanel({ world, finding }: { readonly world: VisitWorld; readonly finding: AgencyFinding }) {
  const { t } = useTranslation('verify');
  const [deciding, setDeciding] = useState<DecisionValue>();
  if (!world.isLeader) return <Card title={t('decide.title')}><p>{t('decide.leaderOnly')}</p></Card>;
  const canClose = finding.state.kind === 'conflict' || finding.state.value === 'evidence_submitted';
  return (
    <Card title={t('decide.title')}>
      <NotProvedBanner opIds={[...finding.submissions, ...finding.decisions].flatMap(({ facts }) => facts.opIds)} />
      <div className={styles.buttons}>
        {possibleDecisions(finding).map((value) => {
          const main = value === 'closed' && canClose;
          return (
            <ActionButton
              key={value}
              kind={main ? 'primary' : 'outline'}
              size="lg"
              icon={<FindingStateMark value={MARK_OF[value]} size={24} inverted={main} />}
              onPress={() => setDeciding(value)}
            >
              {t(`decide.${value}`)}
            </ActionButton>
          );
        })}
      </div>
      {deciding ? <DecisionSheet world={world} finding={finding} value={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </Card>
  );
}
