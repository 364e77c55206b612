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
  readonly onList: () => void;
};

/** No standard is open: the list, or the first one that nobody has rated. */
export function NothingOpen({ visitId, rows, missing, onList }: NothingOpenProps) {
  const { t } = useTranslation('rating');
  const first = rows.find((row) => isRated(row) && ownOrSettledResult(row) === 'not_reviewed')?.place.standard;
  return (
    <EmptyState
      title={t(missing ? 'nothing.missingTitle' : 'nothing.title')}
      text={t(missing ? 'nothing.missingText' : 'nothing.text')}
      actions={
        <>
          {first ? <ActionButton kind="primary" href={standardHref(visitId, first.id)}>{t('nothing.first', { number: first.number })}</ActionButton> : null}
          <ActionButton onPress={onList}>{t('list.open')}</ActionButton>
        </>
      }
    />
  );
}
