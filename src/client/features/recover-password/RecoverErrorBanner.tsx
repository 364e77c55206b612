import { useTranslation } from 'react-i18next';
import { EnterErrorBanner } from '#client/parts/EnterErrorBanner.tsx';
import type { RecoverError } from '#client/parts/recovery.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';

/** Why it does not go on; what is saved here is never touched by it. */
export function RecoverErrorBanner({ error }: { readonly error: RecoverError }) {
  const { t } = useTranslation('recover');
  switch (error.type) {
    case 'unreachable': return <Banner tone="warn" boxed alert>{t('error.noNetwork')}</Banner>;
    case 'key-unknown': return <Banner tone="bad" boxed alert>{t('error.keyUnknown')}</Banner>;
    case 'too-many-requests': return <Banner tone="bad" boxed alert>{t('error.tooManyRequests')}</Banner>;
    case 'code-unknown':
    case 'code-used':
    case 'code-expired': return <Banner tone="bad" boxed alert>{t('error.codeOver')}</Banner>;
    case 'wrong':
    case 'wait':
    case 'too-many':
    case 'captive-portal':
    case 'server':
    case 'closed':
    case 'passkey':
    case 'newer-database':
    case 'storage-lost': return <EnterErrorBanner error={error} place="unlock" />;
  }
}
