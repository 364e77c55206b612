import { useTranslation } from 'react-i18next';
import type { FindingStateValue } from '#core/finding/values.ts';

/** A gap's state in the agency's words. */
export function useGapStateWord(): (state: Exclude<FindingStateValue, 'draft'> | 'conflict') => string {
  const { t } = useTranslation(['gaps', 'vocabulary']);
  return (state) => (state === 'conflict' ? t('conflictState') : t(`vocabulary:gapState.${state}`));
}
