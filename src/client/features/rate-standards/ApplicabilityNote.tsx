import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { textIn } from '#core/manual/localText.ts';
import { needsNoResult } from '#core/rating/applicabilityRules.ts';
import { proposeApplicability } from '#core/rating/proposeApplicability.ts';
import { confirmApplicability, type RatingDesk } from '#core/rating/ratingChanges.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import type { Applicability } from '#core/rating/values.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import type { Acts } from './useActs.ts';

type ApplicabilityNoteProps = { readonly desk: RatingDesk; readonly row: StandardOverview; readonly world: VisitWorld; readonly index: ManualIndex; readonly acts: Acts };

/** What the agency card or a colleague proposes, until the team leader has said. Proposed by the product, confirmed by a person. */
export function ApplicabilityNote({ desk, row, world, index, acts }: ApplicabilityNoteProps) {
  const { t } = useTranslation(['rating', 'vocabulary', 'common']);
  const language = useInterfaceLanguage();
  const people = usePeople();
  if (row.applicability !== undefined || row.items.length === 0) return null;
  const proposals: readonly { readonly key: string; readonly value: Applicability; readonly text: string }[] = [
    ...row.ratings.filter((rating) => rating.applicability !== 'applicable').map((rating) => ({
      key: rating.user,
      value: rating.applicability,
      text: t(rating.applicabilityReason ? 'applicability.proposedWithReason' : 'applicability.proposed', {
        name: people.get(rating.user)?.name ?? t('common:unknownPerson'), value: t(`vocabulary:applicability.${rating.applicability}`), reason: rating.applicabilityReason,
      }),
    })),
    ...fromCard(),
  ];
  function fromCard(): readonly { readonly key: string; readonly value: Applicability; readonly text: string }[] {
    const value = proposeApplicability(desk.standard, world.agencyCard.sizeBand, world.agencyCard.functions);
    if (!value || row.ratings.some((rating) => rating.applicability === value)) return [];
    const term = index.edition.functions.find((one) => one.id === desk.standard.dependsOnFunction);
    const named = term ? (textIn(term.label, language)?.text ?? '') : '';
    return [{ key: 'card', value, text: value === 'na_size' ? t('applicability.cardSize', { size: world.agencyCard.sizeBand }) : t('applicability.cardFunction', { function: named }) }];
  }
  return proposals.map(({ key, value, text }) => (
    <Banner
      key={key}
      tone="info"
      boxed
      action={world.isLeader ? (
        <>
          <ActionButton kind="primary" onPress={() => void acts.act([confirmApplicability(desk, value)])}>{t('applicability.confirm')}</ActionButton>
          <ActionButton onPress={() => void acts.act([confirmApplicability(desk, 'applicable')])}>{t('applicability.reject')}</ActionButton>
        </>
      ) : null}
    >
      <span>{text}</span>
      {world.isLeader ? null : <span>{` ${t(needsNoResult(value) ? 'applicability.leaderConfirms' : 'applicability.leaderDecides')}`}</span>}
    </Banner>
  ));
}
