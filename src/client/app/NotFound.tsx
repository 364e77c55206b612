import { useTranslation } from 'react-i18next';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <PlainFrame>
      <PageColumn width="narrow">
        <PageHeader title={t('notFound.title')} />
        <Card>
          <p>{t('notFound.text')}</p>
          <ActionButton kind="primary" href="/">{t('notFound.home')}</ActionButton>
        </Card>
      </PageColumn>
    </PlainFrame>
  );
}
