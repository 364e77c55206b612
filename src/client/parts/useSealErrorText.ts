import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import type { SealError } from '#client/storage/workspace.ts';
import { useDeviceWord } from './useDeviceWord.ts';
import { useFormat } from './useFormat.ts';

/** Why something was not saved, in words that say first what is kept. */
export function useSealErrorText(): (error: SealError) => string {
  const { t } = useTranslation('common');
  const format = useFormat();
  const device = useDeviceWord();
  const limit = format.number(MAX_TEXT_CHARS);
  return useCallback(
    (error: SealError): string => {
      switch (error.type) {
        case 'disk-full': return t(`sealError.diskFull.${device}`);
        case 'storage-lost': return t(`sealError.storageLost.${device}`);
        case 'too-long': return t('sealError.tooLong', { limit });
        case 'not-allowed': return t('sealError.notAllowed');
        case 'not-proved': return t('sealError.notProved');
        case 'other-window': return t('sealError.otherWindow');
      }
    },
    [t, device, limit],
  );
}
