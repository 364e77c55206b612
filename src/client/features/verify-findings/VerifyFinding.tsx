import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { SubmissionCard } from '#client/parts/SubmissionCard.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { AgencyAnswer } from './AgencyAnswer.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { StandingDecisions } from './StandingDecisions.tsx';
import { WhatAgencyHas } from './WhatAgencyHas.tsx';

/** A finding that the agency has: its words there, the agency's answer and proofs, and the team's decision. */
export function VerifyFinding({ world, finding }: { readonly world: VisitWorld; readonly finding: AgencyFinding }) {
  const { t } = useTranslation('verify');
  const timeZone = world.agencyCard.timeZone;
  const newestFirst = finding.submissions.toReversed();
  return (
    <>
      <StandingDecisions world={world} finding={finding} />
      <Card title={t('submissions')} side={t('submissionCount', { count: newestFirst.length })}>
        {newestFirst.length === 0 ? <p>{t('noSubmissions')}</p> : null}
        {newestFirst.map((submission) => <SubmissionCard key={submission.id} submission={submission} scope={world.agencyScope} timeZone={timeZone} />)}
      </Card>
      <AgencyAnswer world={world} finding={finding} />
      <DecisionPanel world={world} finding={finding} />
      <WhatAgencyHas world={world} finding={finding} />
    </>
  );
}
