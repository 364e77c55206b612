import { IconFileExport, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';

/** Ways in which this visit's work leaves the tablet beside the network: the file for a colleague, and the receipt. */
export function CarryCard({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('today');
  return (
    <Card flush label={t('carry')}>
      <ListRow inCard chevron strong mark={<IconFileExport stroke={2} aria-hidden="true" />} title={t('pass')} second={t('passHow')} href={`/visits/${visitId}/pass`} />
      <ListRow inCard chevron strong mark={<IconReceipt stroke={2} aria-hidden="true" />} title={t('receipt')} second={t('receiptHow')} href={`/visits/${visitId}/receipt`} />
    </Card>
  );
}
