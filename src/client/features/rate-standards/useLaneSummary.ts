import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardEvidence } from '#core/visit/evidence.ts';

export const LANES = ['document', 'interview', 'observation'] as const;
type Lane = (typeof LANES)[number];

/** "Apoya · 2", "Sin evidencia". Documents are not counted: they are no records of their own yet. */
export function useLaneSummary(): (evidence: StandardEvidence, lane: Lane) => string {
  const { t } = useTranslation(['rating', 'vocabulary']);
  return useCallback(
    (evidence: StandardEvidence, lane: Lane) => {
      const light = t(`vocabulary:light.${evidence[lane]}`);
      const count = lane === 'document' ? 0 : lane === 'interview' ? evidence.interviews.length : evidence.observations.length + evidence.checklists.length;
      return count === 0 ? light : t('evidence.summary', { light, number: count });
    },
    [t],
  );
}
