import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import type { Decision } from '#core/finding/findingState.ts';
import { Author } from '#client/parts/Author.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './TeamDecision.module.css';
import type { AgencyWorld } from './useAgencyWorld.ts';

type TeamDecisionProps = { readonly world: AgencyWorld; readonly finding: AgencyFinding };

const LOOK = { closed: 'ok', returned: 'bad', reopened: 'bad', accepted_risk: 'plain' } as const;

/** What the team decided last, on top: what is missing stands here. */
export function TeamDecision({ world, finding }: TeamDecisionProps) {
  const { t } = useTranslation('gaps');
  const { state } = finding;
  if (state.kind === 'conflict') {
    return (
      <>
        <Card look="warn"><p>{t('conflict')}</p></Card>
        {state.decisions.map((decision) => <OneDecision key={decision.id} world={world} decision={decision} />)}
      </>
    );
  }
  if (!state.standing || state.value === 'evidence_submitted') return null;
  return <OneDecision world={world} decision={state.standing} />;
}

function OneDecision({ world, decision }: { readonly world: AgencyWorld; readonly decision: Decision }) {
  const { t } = useTranslation('gaps');
  return (
    <Card look={LOOK[decision.value]} title={t(`decision.${decision.value}`)}>
      {decision.note === '' ? null : (
        <p className={styles.note}>
          <span lang={decision.noteLanguage}>{decision.note}</span> <OtherLanguageTag language={decision.noteLanguage} />
        </p>
      )}
      <Author userId={decision.facts.createdBy} at={decision.facts.recordedAt} timeZone={world.card.timeZone} />
    </Card>
  );
}
