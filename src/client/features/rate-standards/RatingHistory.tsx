import { useTranslation } from 'react-i18next';
import type { Standard } from '#core/manual/edition.ts';
import { standardItems } from '#core/manual/standardItems.ts';
import type { HistoryAct, HistoryStep } from '#core/rating/ratingHistory.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { HistoryList } from '#client/ui/parts/HistoryList.tsx';
import { useItemName } from './useItemName.ts';

/** Who did what to this standard, newest first. Undone acts stay in it. */
export function RatingHistory({ world, standard, acts }: { readonly world: VisitWorld; readonly standard: Standard; readonly acts: readonly HistoryAct[] }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const people = usePeople();
  const stepText = useStepText(standard);
  return (
    <HistoryList
      entries={acts.map((act) => ({
        key: act.opId,
        author: { name: people.get(act.actor)?.name ?? t('unknownPerson'), place: Math.max(0, world.card.team.indexOf(act.actor)) },
        text: act.steps.map((step) => (
          <span key={`${step.type}${'fields' in step ? step.fields.join() : ''}${'reason' in step ? step.reason : ''}`} style={{ display: 'block' }} lang={step.type === 'reason' ? step.language : undefined}>
            {stepText(step)}
          </span>
        )),
        when: format.dateTime(act.at, world.agencyCard.timeZone),
        dateTime: act.at,
      }))}
    />
  );
}

function useStepText(standard: Standard): (step: HistoryStep) => string {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const itemName = useItemName();
  const names = new Map(standardItems(standard).map((item) => [item.field, itemName(item)]));
  return (step) => {
    switch (step.type) {
      case 'result': return t('history.result', { value: t(`vocabulary:result.${step.value}`) });
      case 'settled': return t(step.value === 'not_reviewed' ? 'history.unsettled' : 'history.settled', { value: t(`vocabulary:result.${step.value}`) });
      case 'reason':
      case 'settledReason':
      case 'applicabilityReason': return t('history.words', { text: step.text });
      case 'why': return t(step.added ? 'history.whyAdded' : 'history.whyRemoved', { value: t(`vocabulary:gapReason.${step.reason}`) });
      case 'applicability': return t('history.applicability', { value: t(`vocabulary:applicability.${step.value}`) });
      case 'confirmedApplicability': return t('history.confirmed', { value: t(`vocabulary:applicability.${step.value}`) });
      case 'bullets':
        return t('history.bullets', { items: step.fields.map((field) => names.get(field) ?? field.slice('bullet.'.length)).join(', '), value: t(`vocabulary:bullet.${step.value}`) });
    }
  };
}
