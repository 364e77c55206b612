import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { sharedPhotosOfFinding } from '#core/finding/findingPhotos.ts';
import { FindingWords } from '#client/parts/FindingWords.tsx';
import { PriorityWord } from '#client/parts/PriorityWord.tsx';
import { ProofWantedList } from '#client/parts/ProofWantedList.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { Card } from '#client/ui/parts/Card.tsx';

/** The finding in the words that the agency has. Its photos are read from the visit, where this tablet keeps them. */
export function WhatAgencyHas({ world, finding }: { readonly world: VisitWorld; readonly finding: AgencyFinding }) {
  const { t } = useTranslation('verify');
  const format = useFormat();
  return (
    <Card title={t('has.title')} side={finding.priority ? <PriorityWord value={finding.priority} /> : null}>
      <FindingWords
        statement={finding.statement.text}
        language={finding.statementLanguage}
        reasons={finding.reasons}
        photos={sharedPhotosOfFinding(world.agency, finding)}
        scope={world.visitScope}
        timeZone={world.agencyCard.timeZone}
      />
      <h3>{t('has.proof')}</h3>
      <ProofWantedList text={finding.proofWanted.text} language={finding.proofWantedLanguage} />
      {finding.dueDate ? <p>{t('has.due', { date: format.date(finding.dueDate) })}</p> : null}
    </Card>
  );
}
