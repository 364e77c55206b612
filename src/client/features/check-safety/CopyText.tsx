import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './safety.module.css';

/** Puts a text on the clipboard, and says whether that went well. */
export function CopyText({ text, words }: { readonly text: string; readonly words: 'refused.copy' | 'refused.copyAll' }) {
  const { t } = useTranslation('safety');
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch (cause) {
      // The browser forbids it (no permission, no focus): the text can still be marked by hand.
      if (!(cause instanceof DOMException || cause instanceof TypeError)) throw cause;
      setCopied('no');
    }
  };
  return (
    <div className={styles.copy}>
      <ActionButton icon={<IconCopy size="1.25rem" stroke={2} aria-hidden="true" />} onPress={() => void copy()}>{t(words)}</ActionButton>
      <span role="status">{copied === undefined ? '' : t(copied === 'yes' ? 'refused.copied' : 'refused.notCopied')}</span>
    </div>
  );
}
