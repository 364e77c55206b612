import { useTranslation } from 'react-i18next';
import { EnterErrorBanner } from '#client/parts/EnterErrorBanner.tsx';
import type { JoinError } from '#client/parts/joinError.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './join.module.css';

/** Why a code let nobody in, and whom to ask. */
export function JoinErrorBanner({ error }: { readonly error: JoinError }) {
  const { t } = useTranslation('join');
  switch (error.type) {
    case 'code-unknown': return <CodeBanner lead={t('error.unknown')} text={t('error.unknownText')} />;
    case 'code-used': return <CodeBanner lead={t('error.used')} text={t('error.usedText')} />;
    case 'code-expired': return <CodeBanner lead={t('error.expired')} text={t('error.expiredText')} />;
    case 'wrong':
    case 'wait':
    case 'too-many':
    case 'unreachable':
    case 'captive-portal':
    case 'server':
    case 'closed':
    case 'passkey':
    case 'newer-database':
    case 'storage-lost': return <EnterErrorBanner error={error} place="signIn" />;
  }
}

function CodeBanner({ lead, text }: { readonly lead: string; readonly text: string }) {
  return (
    <Banner tone="bad" boxed alert>
      <strong className={styles.lead}>{lead}</strong>
      {text}
    </Banner>
  );
}
