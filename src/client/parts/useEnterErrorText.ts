import { useTranslation } from 'react-i18next';
import type { EnterError } from './enterError.ts';

type EnterErrorText = { readonly lead: string; readonly text: string };

/** Why nobody came in, and what to do. */
export function useEnterErrorText(): (error: EnterError, place: 'signIn' | 'unlock') => EnterErrorText {
  const { t } = useTranslation('signIn');
  return (error, place) => {
    switch (error.type) {
      case 'wrong': return place === 'signIn'
        ? { lead: t('error.wrongPair'), text: t('error.wrongPairText') }
        : { lead: t('error.wrongPassword'), text: t('error.wrongPasswordText') };
      case 'wait': return { lead: t('error.tooMany'), text: t('error.waitHere') };
      case 'too-many': return { lead: t('error.tooMany'), text: t('error.tooManyText', { count: Math.max(1, Math.ceil(error.waitSeconds / 60)) }) };
      case 'unreachable': return { lead: t('error.unreachable'), text: t('error.unreachableText') };
      case 'captive-portal': return { lead: t('error.captivePortal'), text: t('error.captivePortalText') };
      case 'server': return { lead: t('error.server'), text: t('error.serverText') };
      case 'closed': return { lead: t('error.closed'), text: t('error.closedText') };
      case 'passkey': return { lead: t('error.passkey'), text: t('error.passkeyText') };
      case 'newer-database': return { lead: t('error.newerDatabase'), text: t('error.newerDatabaseText') };
      case 'storage-lost': return { lead: t('error.storageLost'), text: t('error.storageLostText') };
    }
  };
}
