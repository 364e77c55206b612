import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import type { Decision } from '#core/finding/findingState.ts';
import { Author } from '#client/parts/Author.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { FindingStateMark } from '#client/ui/marks/FindingStateMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './StandingDecisions.module.css';

type StandingProps = { readonly world: VisitWorld; readonly finding: AgencyFinding };

/** Where the finding stands. Two decisions against each other are both shown until one more decides. */
export function StandingDecisions({ world, finding }: StandingProps) {
  const { t } = useTranslation(['verify', 'vocabulary']);
  const { state } = finding;
  if (state.kind === 'conflict') {
    return (
      <Card look="current" title={t('conflict.title')}>
        <p>{t('conflict.text')}</p>
        <div className={styles.sides}>
          {state.decisions.map((decision) => <OneDecision key={decision.id} world={world} decision={decision} />)}
        </div>
      </Card>
    );
  }
  return (
    <Card>
      <p className={styles.state}>
        <FindingStateMark value={state.value} size={28} />
        <strong>{t(`vocabulary:findingState.${state.value}`)}</strong>
      </p>
      {state.standing ? <OneDecision world={world} decision={state.standing} /> : null}
    </Card>
  );
}

function OneDecision({ world, decision }: { readonly world: VisitWorld; readonly decision: Decision }) {
  const { t } = useTranslation('verify');
  return (
    <article className={styles.decision}>
      <strong>{t(`decided.${decision.value}`)}</strong>
      {decision.note === '' ? null : (
        <p className={styles.note}>
          <span lang={decision.noteLanguage}>{decision.note}</span> <OtherLanguageTag language={decision.noteLanguage} />
        </p>
      )}
      <Author
        userId={decision.facts.createdBy}
        at={decision.facts.recordedAt}
        timeZone={world.agencyCard.timeZone}
        place={Math.max(0, world.card.team.indexOf(decision.facts.createdBy))}
      />
    </article>
  );
}
