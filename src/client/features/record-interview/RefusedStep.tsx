import { useTranslation } from 'react-i18next';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './RefusedStep.module.css';

/** The person does not accept: it ends here, and says that nothing was saved. */
export function RefusedStep({ visitId, onAnother }: { readonly visitId: string; readonly onAnother: () => void }) {
  const { t } = useTranslation('interview');
  return (
    <PageColumn width="narrow">
      <PageHeader title={t('refused.title')} />
      <Card>
        <p role="status">{t('refused.text')}</p>
        <div className={styles.actions}>
          <ActionButton kind="primary" href={`/visits/${visitId}/interviews`}>{t('refused.list')}</ActionButton>
          <ActionButton onPress={onAnother}>{t('refused.another')}</ActionButton>
        </div>
      </Card>
    </PageColumn>
  );
}
