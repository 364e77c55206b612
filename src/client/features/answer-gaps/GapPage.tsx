import { useTranslation } from 'react-i18next';
import { isSettled, type AgencyFinding } from '#core/finding/agencyFinding.ts';
import { agencyStepOf } from '#core/finding/agencyStep.ts';
import { findingHistory } from '#core/finding/findingHistory.ts';
import { findingNumber } from '#core/finding/findingNumber.ts';
import type { ProofPhoto } from '#core/finding/findingPhotos.ts';
import { needsAnswer } from '#core/finding/needsAnswer.ts';
import { standardById } from '#core/manual/manualIndex.ts';
import { DueText } from '#client/parts/DueText.tsx';
import { FindingHistory } from '#client/parts/FindingHistory.tsx';
import { ManualText } from '#client/parts/ManualText.tsx';
import { PriorityWord } from '#client/parts/PriorityWord.tsx';
import { ProofWantedList } from '#client/parts/ProofWantedList.tsx';
import { SubmissionCard } from '#client/parts/SubmissionCard.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { PhotoPicking } from '#client/parts/usePhotoPicking.tsx';
import { useToday } from '#client/parts/useToday.ts';
import { useManual } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { GapAnswer } from './GapAnswer.tsx';
import { GapFound } from './GapFound.tsx';
import styles from './GapPage.module.css';
import { GapProofs } from './GapProofs.tsx';
import { GapStandard } from './GapStandard.tsx';
import { NextStep } from './NextStep.tsx';
import { TeamDecision } from './TeamDecision.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';

type GapPageProps = {
  readonly world: AgencyWorld;
  readonly finding: AgencyFinding;
  readonly proofs: readonly ProofPhoto[];
  readonly picking: PhotoPicking;
  readonly attachError: string | undefined;
};

/** A gap from top to bottom: what to do next, what was found, what is wanted, our answer, what happened. */
export function GapPage({ world, finding, proofs, picking, attachError }: GapPageProps) {
  const { t } = useTranslation(['gaps', 'vocabulary']);
  const language = useInterfaceLanguage();
  const today = useToday(world.card.timeZone);
  const manual = useManual(finding.edition, finding.revision);
  const index = manual.kind === 'ready' ? manual.index : undefined;
  const standard = index && standardById(index, finding.standard);
  const number = findingNumber(index, finding.standard, finding.bullets);
  const unsent = proofs.filter((proof) => !proof.submitted).length;
  const asks = needsAnswer(finding.kind);
  return (
    <PageColumn width="narrow">
      <div>
        <div className={styles.facts}>
          <span>{[number === undefined ? undefined : finding.code, finding.kind ? t(`vocabulary:findingKind.${finding.kind}`) : undefined].filter(Boolean).join(' · ')}</span>
          {finding.priority && asks ? <PriorityWord value={finding.priority} /> : null}
          {asks ? <span className={styles.due}><DueText dueDate={finding.dueDate} today={today} settled={isSettled(finding.state)} /></span> : null}
        </div>
        <PageHeader number={number} title={standard ? <ManualText text={standard.title} language={language} /> : t('gap', { code: finding.code })} />
      </div>
      <TeamDecision world={world} finding={finding} />
      <NextStep step={agencyStepOf(finding, unsent)} canAnswer={world.canAnswer} />
      <GapFound world={world} finding={finding} />
      {asks ? <Card title={t('proofWanted')}><ProofWantedList text={finding.proofWanted.text} language={finding.proofWantedLanguage} /></Card> : null}
      <GapStandard manual={manual} standard={standard} bullets={finding.bullets} />
      {asks ? <GapAnswer world={world} finding={finding} /> : null}
      {asks ? <GapProofs world={world} finding={finding} proofs={proofs} picking={picking} attachError={attachError} /> : null}
      {finding.submissions.length > 0 ? (
        <Card title={t('sent')}>
          {finding.submissions.toReversed().map((one) => <SubmissionCard key={one.id} submission={one} scope={world.scope} timeZone={world.card.timeZone} />)}
        </Card>
      ) : null}
      <Card title={t('history')}>
        <FindingHistory events={findingHistory(finding.id, world.state)} timeZone={world.card.timeZone} team={[]} />
      </Card>
    </PageColumn>
  );
}
