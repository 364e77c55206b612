import { useTranslation } from 'react-i18next';
import { photosOfVisit } from '#core/visit/photo.ts';
import { FindingWords } from '#client/parts/FindingWords.tsx';
import { ProofWantedList } from '#client/parts/ProofWantedList.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { FindingEvidence } from './FindingEvidence.tsx';
import type { DraftEditProps } from './useDraftEdit.ts';

/** A draft for who reads the visit and is not on its team. */
export function DraftReading({ world, draft }: DraftEditProps) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  return (
    <>
      <Card title={draft.kind ? t(`vocabulary:findingKind.${draft.kind}`) : t('reading.title')} look={draft.facts.deletion === 'deleted' ? 'dashed' : 'plain'}>
        {draft.facts.deletion === 'deleted' ? <p>{t('deleted.title')}</p> : null}
        <FindingWords
          statement={draft.statement.text} language={draft.statementLanguage} reasons={draft.reasons} scope={world.visitScope} timeZone={world.agencyCard.timeZone}
          photos={photosOfVisit(world.visit).filter(({ id }) => draft.photos.includes(id))}
        />
        {draft.proofWanted.text === '' ? null : <ProofWantedList text={draft.proofWanted.text} language={draft.proofWantedLanguage} />}
      </Card>
      <FindingEvidence world={world} draft={draft} />
    </>
  );
}
