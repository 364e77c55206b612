import { useTranslation } from 'react-i18next';
import { RecordSaved } from '#client/parts/RecordSaved.tsx';
import type { RecordWriter } from '#client/parts/useRecordWriter.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

/** A deleted interview: its words are not shown any more; its author can bring it back. */
export function DeletedInterview({ code, writer }: { readonly code: string; readonly writer?: RecordWriter }) {
  const { t } = useTranslation('interview');
  return (
    <PageColumn width="narrow">
      <PageHeader title={t('deleted.title', { code })} under={writer?.errorText === undefined ? undefined : <RecordSaved writer={writer} />} />
      <Card look="dashed">
        <p>{t('deleted.text', { code })}</p>
        {writer ? <div><ActionButton kind="primary" onPress={() => void writer.write({ deleted: false })}>{t('deleted.bringBack')}</ActionButton></div> : null}
      </Card>
    </PageColumn>
  );
}
