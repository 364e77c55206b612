import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { ErrorCard } from '#client/ui/parts/ErrorCard.tsx';

/** A bug in one screen: what was written is in the database all the same. */
export function ScreenCrashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  return (
    <main id="main">
      <PageColumn width="narrow">
        <ErrorCard
          title={t('crash.title')}
          safe={t('crash.safe')}
          code={t('crash.code', { code: error instanceof Error ? error.message.slice(0, 80) : '' })}
          actions={
            <>
              <ActionButton kind="primary" onPress={reset}>{t('crash.retry')}</ActionButton>
              <ActionButton href="/">{t('crash.home')}</ActionButton>
            </>
          }
        />
      </PageColumn>
    </main>
  );
}
