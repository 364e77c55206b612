import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './EnterErrorBanner.module.css';
import type { EnterError } from './enterError.ts';
import { useEnterErrorText } from './useEnterErrorText.ts';

/** Read out at once: the person has just caused it. */
export function EnterErrorBanner({ error, place }: { readonly error: EnterError; readonly place: 'signIn' | 'unlock' }) {
  const { lead, text } = useEnterErrorText()(error, place);
  return (
    <Banner tone="bad" boxed alert>
      <strong className={styles.lead}>{lead}</strong>
      {text}
    </Banner>
  );
}
