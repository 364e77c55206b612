import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RatingResult } from '#core/rating/values.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './ReasonDock.module.css';

/** Where the reason panel was put away: the way back to it. */
export function ReasonAgain({ result, onOpen }: { readonly result: RatingResult; readonly onOpen: () => void }) {
  const { t } = useTranslation('rating');
  return (
    <div className={styles.again}>
      <ActionButton kind="quiet" icon={<IconPencil stroke={2} />} onPress={onOpen}>
        {t(result === 'in_compliance_comment' ? 'why.commentAgain' : 'why.again')}
      </ActionButton>
    </div>
  );
}
