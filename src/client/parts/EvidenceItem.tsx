import { useTranslation } from 'react-i18next';
import { timesDiffer } from '#core/op/readField.ts';
import type { Interview } from '#core/visit/interview.ts';
import type { Observation } from '#core/visit/observation.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import { EvidenceCard } from '#client/ui/parts/EvidenceCard.tsx';
import { LangTag } from '#client/ui/parts/LangTag.tsx';
import { BroughtPills } from './BroughtPills.tsx';
import { evidenceHref } from './evidenceHref.ts';
import { PhotoView } from './PhotoView.tsx';
import { useFormat } from './useFormat.ts';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';
import { usePeople } from './usePeople.ts';
import type { VisitWorld } from './useVisit.ts';

type EvidenceItemProps = { readonly world: VisitWorld; readonly record: Observation | Interview };

/** An observation or interview of the visit as a card that opens it: what, who, when, in which language. */
export function EvidenceItem({ world, record }: EvidenceItemProps) {
  const { t } = useTranslation(['standard', 'vocabulary']);
  const format = useFormat();
  const screenLanguage = useInterfaceLanguage();
  const author = record.facts.createdBy;
  const name = usePeople().get(author)?.name ?? t('common:unknownPerson');
  const zone = world.agencyCard.timeZone;
  const recordedLater = timesDiffer(record.observedAt, record.facts.recordedAt);
  const when = recordedLater
    ? t('evidence.seenAndRecorded', { seen: format.dateTime(record.observedAt, zone), recorded: format.dateTime(record.facts.recordedAt, zone) })
    : format.dateTime(record.observedAt, zone);
  const photo = 'barrier' in record ? photosOfVisit(world.visit).find((candidate) => candidate.subject === record.id) : undefined;
  const language = record.language;
  return (
    <EvidenceCard
      href={evidenceHref(world.visitId, record)}
      author={{ name, place: Math.max(0, world.card.team.indexOf(author)) }}
      signature={t('evidence.signature', { name, when })}
      code={record.code || undefined}
      lang={record.text.text ? language : undefined}
      text={record.text.text || t('evidence.noText')}
      second={<><Second record={record} /> <BroughtPills opIds={record.facts.opIds} /></>}
      thumb={photo ? <PhotoView scope={world.visitScope} sha256={photo.thumbFile} alt={photo.caption || t('evidence.photo', { code: record.code })} size="small" /> : null}
      tag={language && language !== screenLanguage ? <LangTag lang={language} label={t(`vocabulary:language.${language}`)} /> : null}
    />
  );
}

function Second({ record }: { readonly record: Observation | Interview }) {
  const { t } = useTranslation(['standard', 'vocabulary']);
  const words = [
    'barrier' in record && record.barrier ? t(`vocabulary:barrier.${record.barrier}`) : '',
    'roleCategory' in record && record.roleCategory ? t(`vocabulary:roleCategory.${record.roleCategory}`) : '',
    record.outcome ? t(`vocabulary:light.${record.outcome}`) : t('evidence.noOutcome'),
    record.conflicts.length > 0 ? t('evidence.conflict') : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}
