import { useTranslation } from 'react-i18next';
import type { FormRecord } from '#core/form/formRecord.ts';
import { textIn } from '#core/manual/localText.ts';
import { useForms } from '#client/storage/WorkspaceContext.ts';
import { EvidenceCard } from '#client/ui/parts/EvidenceCard.tsx';
import { useFormat } from './useFormat.ts';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';
import { usePeople } from './usePeople.ts';
import type { VisitWorld } from './useVisit.ts';

type ChecklistEvidenceProps = { readonly world: VisitWorld; readonly record: FormRecord; readonly standardId: string };

/** A checklist with an answer about a standard, as a card that opens it. */
export function ChecklistEvidence({ world, record, standardId }: ChecklistEvidenceProps) {
  const { t } = useTranslation(['standard', 'vocabulary', 'common']);
  const format = useFormat();
  const language = useInterfaceLanguage();
  const form = useForms()?.find(({ id }) => id === record.formId);
  const author = record.facts.createdBy;
  const name = usePeople().get(author)?.name ?? t('common:unknownPerson');
  const outcome = record.outcomes.get(standardId);
  const title = form && textIn(form.title, language);
  return (
    <EvidenceCard
      href={`/visits/${world.visitId}/forms/${record.id}`}
      author={{ name, place: Math.max(0, world.card.team.indexOf(author)) }}
      signature={t('evidence.signature', { name, when: format.dateTime(record.observedAt, world.agencyCard.timeZone) })}
      code={undefined}
      lang={title?.language}
      text={title?.text ?? record.formId}
      second={outcome ? t(`vocabulary:light.${outcome}`) : ''}
      thumb={null}
      tag={null}
    />
  );
}
