import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import { entityOf, isDeleted } from '#core/op/scopeState.ts';
import { readObservation } from '#core/visit/observation.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import { MergedText } from '#client/parts/MergedText.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { LightMark } from '#client/ui/marks/LightMark.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { ObservationFacts } from './ObservationFacts.tsx';
import { ObservationPhotos } from './ObservationPhotos.tsx';
import { useAreaName } from './useAreaName.ts';

/** An observation for who reads the visit and is not on its team. */
export function ObservationReading({ world, observationId }: { readonly world: VisitWorld; readonly observationId: string }) {
  const { t } = useTranslation(['observation', 'vocabulary']);
  const areaNameOf = useAreaName(world.manual);
  const entity = entityOf(world.visit, 'observation', observationId);
  const observation = entity && !isDeleted(entity) ? readObservation(entity) : undefined;
  const list = `/visits/${world.visitId}/observations`;
  if (!observation) return <EmptyState title={t('reading.notHere')} actions={<ActionButton kind="primary" href={list}>{t('list.title')}</ActionButton>} />;
  const { text, language, area, outcome, barrier, standards, code } = observation;
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const numbers = standards.map((id) => (index && standardById(index, id)?.number) ?? id);
  const timeZone = world.agencyCard.timeZone;
  return (
    <PageColumn width="narrow">
      <PageHeader title={code} under={area === '' ? undefined : areaNameOf(area).text} />
      <Card title={t('form.seen')} side={<OtherLanguageTag language={text.text === '' ? undefined : language} />}>
        {text.conflict
          ? <MergedText target={{ scope: world.visitScope, entity: 'observation', entityId: observationId, field: 'text' }} label={t('form.seen')} timeZone={timeZone} team={world.card.team} canSettle={false} />
          : <p lang={language}>{text.text || t('reading.noText')}</p>}
        <p><LightMark letter={t('vocabulary:laneLetter.observation')} value={outcome ?? 'none'} size={24} /> {outcome ? t(`vocabulary:light.${outcome}`) : t('reading.noOutcome')}</p>
        {barrier ? <p>{t(`vocabulary:barrier.${barrier}`)}</p> : null}
        {numbers.length === 0 ? null : <p>{t('reading.standards', { list: numbers.join(', ') })}</p>}
      </Card>
      {photosOfVisit(world.visit).some(({ subject }) => subject === observationId) ? <Card title={t('form.photos')}><ObservationPhotos world={world} observationId={observationId} code={code} whenNew={nothing} /></Card> : null}
      <Card><ObservationFacts observation={observation} timeZone={timeZone} team={world.card.team} /></Card>
    </PageColumn>
  );
}

const nothing = (): Record<string, never> => ({});
