import { useTranslation } from 'react-i18next';
import { isRated, ownOrSettledResult, type StandardOverview } from '#core/rating/visitOverview.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';

type NothingOpenProps = {
  readonly visitId: string;
  readonly rows: readonly StandardOverview[];
  /** The address names a standard that this manual does not have. */
  readonly missing: boolean;
};

/** No standard is open: the first one without a result. The list stands beside this, or behind *Lista* in the bar above. */
export function NothingOpen({ visitId, rows, missing }: NothingOpenProps) {
  const { t } = useTranslation('rating');
  const first = rows.find((row) => isRated(row) && ownOrSettledResult(row) === 'not_reviewed')?.place.standard;
  return (
    <EmptyState
      title={t(missing ? 'nothing.missingTitle' : 'nothing.title')}
      text={t(missing ? 'nothing.missingText' : 'nothing.text')}
      actions={first ? <ActionButton kind="primary" href={standardHref(visitId, first.id)}>{t('nothing.first', { number: first.number })}</ActionButton> : null}
    />
  );
}
