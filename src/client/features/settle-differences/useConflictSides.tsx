import { useTranslation } from 'react-i18next';
import type { Rating } from '#core/rating/rating.ts';
import type { ComparedItem } from '#core/rating/settlement.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { ConflictSide } from '#client/ui/parts/ConflictPair.tsx';

/** What stands on each side: result, reasons in their own language, answers with the differing ones ringed, own evidence. */
export function useConflictSides(world: VisitWorld, row: StandardOverview, given: readonly Rating[], compared: readonly ComparedItem[]): readonly ConflictSide[] {
  const { t } = useTranslation(['settle', 'vocabulary', 'common']);
  const format = useFormat();
  const people = usePeople();
  return given.map((rating) => {
    const codes = [...row.evidence.observations, ...row.evidence.interviews].filter((one) => one.facts.createdBy === rating.user).map((one) => one.code);
    const whys = rating.whys.map((why) => t(`vocabulary:gapReason.${why}`)).join(' · ');
    return {
      key: rating.key,
      author: { name: people.get(rating.user)?.name ?? t('common:unknownPerson'), place: Math.max(0, world.card.team.indexOf(rating.user)) },
      signature: t('signature', {
        role: t(`vocabulary:accountRole.${rating.user === world.card.leader ? 'team_leader' : 'technical_advisor'}`),
        when: format.dateTime(rating.facts.changedAt, world.agencyCard.timeZone),
      }),
      result: { value: rating.result, label: t(`vocabulary:result.${rating.result}`) },
      text: (
        <>
          {rating.applicability === 'applicable' ? null : <p>{t(`vocabulary:applicability.${rating.applicability}`)}</p>}
          {whys === '' ? null : <p>{whys}</p>}
          <p lang={rating.reason.text ? rating.reasonLanguage : undefined}>{rating.reason.text || t('noReason')}</p>
        </>
      ),
      tag: rating.reason.text ? <OtherLanguageTag language={rating.reasonLanguage} /> : null,
      bullets: compared.map(({ item, differs }) => {
        const value = rating.bullets.get(item.field) ?? 'not_reviewed';
        return { letter: item.kind === 'bullet' ? item.bullet.label : t(`item.${item.kind}`), value, label: t(`vocabulary:bullet.${value}`), differs };
      }),
      evidence: codes.length === 0 ? null : codes.join(' · '),
    };
  });
}
