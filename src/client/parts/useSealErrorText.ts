import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealError } from '#client/storage/workspace.ts';

/** Why something was not saved, in words that say first what is kept. */
export function useSealErrorText(): (error: SealError) => string {
  const { t } = useTranslation('common');
  return useCallback(
    (error: SealError): string => {
      switch (error.type) {
        case 'disk-full': return t('sealError.diskFull');
        case 'storage-lost': return t('sealError.storageLost');
        case 'not-allowed': return t('sealError.notAllowed');
        case 'other-window': return t('sealError.otherWindow');
      }
    },
    [t],
  );
}
