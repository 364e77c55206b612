import { useTranslation } from 'react-i18next';
import type { Observation } from '#core/visit/observation.ts';
import { RecordSaved } from '#client/parts/RecordSaved.tsx';
import type { RecordWriter } from '#client/parts/useRecordWriter.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

/** An observation that somebody deleted: still readable, and one tap away from coming back. */
export function DeletedObservation({ observation, writer }: { readonly observation: Observation; readonly writer: RecordWriter }) {
  const { t } = useTranslation('observation');
  return (
    <PageColumn width="narrow">
      <PageHeader title={t('deleted.title', { code: observation.code })} under={writer.errorText === undefined ? undefined : <RecordSaved writer={writer} />} />
      <Card look="dashed">
        <p>{t('deleted.text')}</p>
        <p lang={observation.language}>{observation.text.text}</p>
        <div><ActionButton kind="primary" onPress={() => void writer.write({ deleted: false })}>{t('deleted.bringBack')}</ActionButton></div>
      </Card>
    </PageColumn>
  );
}
