import { useTranslation } from 'react-i18next';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { LightsRow } from '#client/ui/parts/LightsRow.tsx';
import { LANES, useLaneSummary } from './useLaneSummary.ts';

/** The three lights as one row, where the evidence has no column; a tap opens it. */
export function EvidenceLights({ row, onOpen }: { readonly row: StandardOverview; readonly onOpen: () => void }) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const summary = useLaneSummary();
  return (
    <LightsRow
      label={t('evidence.label')}
      lights={LANES.map((lane) => ({ kind: lane, value: row.evidence[lane], title: t(`vocabulary:lane.${lane}`), summary: summary(row.evidence, lane), onPress: onOpen }))}
    />
  );
}
