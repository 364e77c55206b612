import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { sharedPhotosOfFinding } from '#core/finding/findingPhotos.ts';
import { Author } from '#client/parts/Author.tsx';
import { FindingWords } from '#client/parts/FindingWords.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';

/** What the team found, as it was handed over. */
export function GapFound({ world, finding }: { readonly world: AgencyWorld; readonly finding: AgencyFinding }) {
  const { t } = useTranslation('gaps');
  const timeZone = world.card.timeZone;
  return (
    <Card title={t('found')}>
      <FindingWords
        statement={finding.statement.text}
        language={finding.statementLanguage}
        reasons={finding.reasons}
        photos={sharedPhotosOfFinding(world.state, finding)}
        scope={world.scope}
        timeZone={timeZone}
      />
      <Author userId={finding.facts.createdBy} at={finding.facts.recordedAt} timeZone={timeZone} />
    </Card>
  );
}
