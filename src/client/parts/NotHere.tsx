import { useTranslation } from 'react-i18next';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

/** What the address names is not on this tablet, or not this person's: said alike, so that nothing is given away. */
export function NotHere({ what }: { readonly what: 'visitNotHere' | 'agencyNotHere' }) {
  const { t } = useTranslation('common');
  return (
    <PageColumn width="narrow">
      <PageHeader title={t(`${what}.title`)} />
      <Card>
        <p>{t(`${what}.text`)}</p>
        <ActionButton kind="primary" href="/">{t(`${what}.action`)}</ActionButton>
      </Card>
    </PageColumn>
  );
}
