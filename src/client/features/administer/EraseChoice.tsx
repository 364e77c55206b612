import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERASES, type Erase } from '#core/protocol/wire.ts';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './administer.module.css';

type EraseChoiceProps = {
  /** What exists only on the tablets concerned, as they said last. */
  readonly waiting: number;
  readonly label: string;
  readonly busy: boolean;
  readonly onChoose: (erase: Erase) => void;
  readonly onCancel: () => void;
};

/** How what is on a tablet ends: never preselected, since one of the two ways loses what was not sent. */
export function EraseChoice({ waiting, label, busy, onChoose, onCancel }: EraseChoiceProps) {
  const { t } = useTranslation('admin');
  const [erase, setErase] = useState<Erase | ''>('');
  return (
    <div className={styles.stack}>
      {waiting > 0 ? <p className={styles.warn}>{t('erase.waiting', { count: waiting })}</p> : null}
      <RadioCards label={t('erase.label')} value={erase} options={ERASES.map((value) => ({ value, label: t(`erase.${value}`), second: t(`erase.${value}Help`) }))} onChange={setErase} />
      <div className={styles.actions}>
        <ActionButton kind="danger" disabled={busy || erase === ''} onPress={() => { if (erase !== '') onChoose(erase); }}>{label}</ActionButton>
        <ActionButton kind="quiet" onPress={onCancel}>{t('common:cancel')}</ActionButton>
      </div>
    </div>
  );
}
