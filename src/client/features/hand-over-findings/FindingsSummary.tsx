import { useTranslation } from 'react-i18next';
import type { FindingRow } from '#core/finding/findingRows.ts';
import { FindingStateMark } from '#client/ui/marks/FindingStateMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { findingFilters, type FindingFilter } from './findingFilters.ts';

/** What waits for the team: drafts to hand over and evidence to verify. */
export function FindingsSummary({ rows, onShow }: { readonly rows: readonly FindingRow[]; readonly onShow: (filter: FindingFilter) => void }) {
  const { t } = useTranslation('finding');
  const toWrite = rows.filter(findingFilters.toWrite);
  const ready = toWrite.filter((row) => row.state === 'ready').length;
  const toVerify = rows.filter(findingFilters.toVerify).length;
  return (
    <Card flush>
      <ListRow
        inCard
        strong
        mark={<FindingStateMark value="draft" />}
        title={t('summary.drafts', { count: toWrite.length })}
        second={t('summary.ready', { count: ready })}
        onPress={() => onShow('toWrite')}
        chevron
      />
      <ListRow
        inCard
        strong
        mark={<FindingStateMark value="evidence_submitted" />}
        title={t('summary.toVerify', { count: toVerify })}
        onPress={() => onShow('toVerify')}
        chevron
      />
    </Card>
  );
}
