import { useTranslation } from 'react-i18next';
import type { Priority } from '#core/finding/values.ts';
import { PriorityBars } from '#client/ui/marks/PriorityBars.tsx';
import styles from './PriorityWord.module.css';

/** Bars and their word; red from high on. */
export function PriorityWord({ value }: { readonly value: Priority }) {
  const { t } = useTranslation('vocabulary');
  return (
    <span className={`${styles.word} ${value === 'high' || value === 'critical' ? styles.urgent : ''}`}>
      <PriorityBars value={value} />
      {t(`priority.${value}`)}
    </span>
  );
}
