import { useTranslation } from 'react-i18next';
import type { RatingDesk } from '#core/rating/ratingChanges.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import { needsNoResult } from '#core/rating/applicabilityRules.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { DraftTextInput } from '#client/parts/DraftTextInput.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { Dock } from '#client/ui/frame/Dock.tsx';
import { NextButton } from './NextButton.tsx';
import type { NextStep } from './RatingDock.tsx';
import styles from './NotRatedDock.module.css';

type NotRatedDockProps = { readonly world: VisitWorld; readonly row: StandardOverview; readonly desk: RatingDesk; readonly next: NextStep };

/** Instead of the pad: why there is nothing to rate, the person's reason for it, and the way on. */
export function NotRatedDock({ world, row, desk, next }: NotRatedDockProps) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const applicability = row.applicability ?? desk.mine?.applicability ?? 'applicable';
  const mineIsOut = needsNoResult(desk.mine?.applicability);
  return (
    <Dock main={<NextButton next={next} />}>
      <div className={styles.words}>
        {row.items.length === 0 ? (
          <span>{t(row.place.standard.reserved ? 'dock.reserved' : 'dock.nothingToRate')}</span>
        ) : (
          <>
            <strong>{t(`vocabulary:applicability.${applicability}`)}</strong>
            <span>{t(row.applicability === undefined ? 'dock.proposedOnly' : 'dock.confirmed')}</span>
          </>
        )}
        {mineIsOut ? (
          <DraftTextInput
            target={{ scope: world.visitScope, entity: 'rating', entityId: ratingKey(desk.edition, desk.standard.id, desk.me), field: 'applicabilityReason' }}
            label={t('applicability.reason')}
          />
        ) : null}
      </div>
    </Dock>
  );
}
