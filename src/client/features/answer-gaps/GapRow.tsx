import { useTranslation } from 'react-i18next';
import type { Gap } from '#core/finding/gapList.ts';
import { isSettled } from '#core/finding/agencyFinding.ts';
import { headline } from '#core/finding/headline.ts';
import { needsAnswer } from '#core/finding/needsAnswer.ts';
import { DueText } from '#client/parts/DueText.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { PriorityWord } from '#client/parts/PriorityWord.tsx';
import { AppLink } from '#client/ui/AppLink.tsx';
import { gapHref } from './gapHref.ts';
import styles from './GapRow.module.css';
import { GapStateMark } from './GapStateMark.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';
import { useGapStateWord } from './useGapStateWord.ts';

/** One gap: where, how urgent, by when, what, how it stands, who. */
export function GapRow({ world, gap, today }: { readonly world: AgencyWorld; readonly gap: Gap; readonly today: string }) {
  const { t } = useTranslation(['gaps', 'vocabulary']);
  const stateWord = useGapStateWord();
  const { finding, place } = gap;
  const state = finding.state.kind === 'conflict' ? 'conflict' : finding.state.value;
  const asks = needsAnswer(finding.kind);
  return (
    <AppLink href={gapHref(world.agencyId, finding.id)} className={styles.row}>
      <span className={styles.top}>
        <span className={styles.number}>{place?.number ?? finding.code}</span>
        {finding.priority && asks ? <PriorityWord value={finding.priority} /> : null}
        {finding.kind && finding.kind !== 'gap' ? <span>{t(`vocabulary:findingKind.${finding.kind}`)}</span> : null}
        {asks ? <span className={styles.due}><DueText dueDate={finding.dueDate} today={today} settled={isSettled(finding.state)} /></span> : null}
      </span>
      <span className={styles.words}>
        <span lang={finding.statementLanguage}>{headline(finding.statement.text)}</span> <OtherLanguageTag language={finding.statementLanguage} />
      </span>
      {asks ? (
        <span className={styles.foot}>
          <span className={styles.state}><GapStateMark state={state} />{stateWord(state)}</span>
          <span>{finding.answer.responsible.text || t('noResponsible')}</span>
        </span>
      ) : null}
    </AppLink>
  );
}
