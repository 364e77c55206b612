import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { refusedText } from './refusedText.ts';
import styles from './safety.module.css';

/** One returned record: what, when, why in the person's language, and its text. */
export function RefusedRecord({ item }: { readonly item: RefusedOp }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const text = refusedText(item.op);
  const code = item.op.set['code'];
  const what = t(`entity.${item.op.entity}`, { defaultValue: t('entity.other') });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch (cause) {
      // The browser forbids it (no permission, no focus): the text above can still be marked by hand.
      if (!(cause instanceof DOMException || cause instanceof TypeError)) throw cause;
      setCopied('no');
    }
  };
  return (
    <li className={styles.refused}>
      <SyncIcon value="refused" size={24} />
      <div className={styles.refusedWords}>
        <strong>{typeof code === 'string' ? `${what} ${code}` : what}</strong>
        <span className={styles.second}>{t('refused.when', { made: format.dateTime(item.op.at), returned: format.dateTime(new Date(item.refusedAtMs).toISOString()) })}</span>
        <span>{t(`reason.${item.reason}`)}</span>
        {text === '' ? <span className={styles.second}>{t('refused.noText')}</span> : <blockquote className={styles.quote}>{text}</blockquote>}
        {text === '' ? null : (
          <div className={styles.copy}>
            <ActionButton icon={<IconCopy size="1.25rem" stroke={2} aria-hidden="true" />} onPress={() => void copy()}>{t('refused.copy')}</ActionButton>
            <span role="status">{copied === undefined ? '' : t(copied === 'yes' ? 'refused.copied' : 'refused.notCopied')}</span>
          </div>
        )}
      </div>
    </li>
  );
}
