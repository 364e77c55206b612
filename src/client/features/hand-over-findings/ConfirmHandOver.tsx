import { useTranslation } from 'react-i18next';
import { handOverChanges, type HandOverItem } from '#core/finding/handOver.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import styles from './ConfirmHandOver.module.css';
import type { HandedOver } from './HandOverDone.tsx';

type ConfirmHandOverProps = {
  readonly world: VisitWorld;
  /** As they stood on the screen when the person asked. */
  readonly items: readonly HandOverItem[];
  readonly onClose: () => void;
  readonly onDone: (done: HandedOver) => void;
};

/** Asked once, since it leaves the tablet: who receives how many. */
export function ConfirmHandOver({ world, items, onClose, onDone }: ConfirmHandOverProps) {
  const { t } = useTranslation(['handover', 'common']);
  const { seal, errorText, sealing } = useSealing();
  const agency = world.agencyCard.name;
  const handOver = async (): Promise<void> => {
    const sealed = await seal(handOverChanges(items, world.agencyScope, world.agency, world.visitScope));
    if (!sealed) return;
    onDone({ count: items.length, opIds: sealed.opIds });
    onClose();
  };
  return (
    <SheetDrawer opened onClose={onClose} title={t('confirm.title', { count: items.length, agency })} closeLabel={t('common:close')}>
      <div className={styles.sheet}>
        <p>{t('confirm.text', { agency })}</p>
        {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
        <ActionButton kind="primary" size="lg" full disabled={sealing} onPress={() => void handOver()}>{t('confirm.yes')}</ActionButton>
        <ActionButton size="lg" full onPress={onClose}>{t('confirm.no')}</ActionButton>
      </div>
    </SheetDrawer>
  );
}
