import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardItem } from '#core/manual/standardItems.ts';

/** "Enunciado", "Directiva escrita", "Inciso d". */
export function useItemName(): (item: StandardItem) => string {
  const { t } = useTranslation('rating');
  return useCallback((item: StandardItem) => (item.kind === 'bullet' ? t('item.bullet', { label: item.bullet.label }) : t(`item.${item.kind}`)), [t]);
}
