import { IconCheck, IconCopy, IconShare2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationMade } from '#core/protocol/identityWire.ts';
import { joinLink, readJoinCode } from '#core/people/joinCode.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './OneTimeCode.module.css';
import { QrCode } from './QrCode.tsx';
import { useFormat } from './useFormat.ts';

type OneTimeCodeProps = { readonly made: InvitationMade & { readonly name: string }; readonly onClose: () => void };

/** The one moment at which a code can be seen: large, to be said, copied, sent or scanned. */
export function OneTimeCode({ made: invited, onClose }: OneTimeCodeProps) {
  const { t } = useTranslation('invite');
  const format = useFormat();
  const [copied, setCopied] = useState<'code' | 'link'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const code = readJoinCode(invited.joinCode);
  const link = joinLink(window.location.origin, code.ok ? code.value : invited.joinCode);
  const copy = async (what: 'code' | 'link'): Promise<void> => {
    await navigator.clipboard.writeText(what === 'code' ? invited.joinCode : link);
    setCopied(what);
  };
  const message = t('made.message', { name: invited.name, link, code: invited.joinCode, date: format.date(new Date(invited.expiresAtMs).toISOString()) });
  // Closing the system's sheet without sending is no failure.
  const share = (): Promise<void> => navigator.share({ text: message }).catch(() => undefined);
  const icon = (what: 'code' | 'link') => (copied === what ? <IconCheck size="1.25rem" stroke={2.6} aria-hidden="true" /> : <IconCopy size="1.25rem" stroke={2} aria-hidden="true" />);
  return (
    <Card look="current">
      <div className={styles.made}>
        <h2 ref={heading} tabIndex={-1}>{t('made.title', { name: invited.name })}</h2>
        <p>{t('made.text', { date: format.date(new Date(invited.expiresAtMs).toISOString()) })}</p>
        <output className={styles.code} aria-label={t('made.code')}>
          {invited.joinCode.split('-').map((group) => <span key={group} className={styles.group}>{group}</span>)}
        </output>
        <div className={styles.actions}>
          {'clipboard' in navigator ? (
            <>
              <ActionButton icon={icon('link')} onPress={() => void copy('link')}>{copied === 'link' ? t('made.copied') : t('made.copyLink')}</ActionButton>
              <ActionButton icon={icon('code')} onPress={() => void copy('code')}>{copied === 'code' ? t('made.copied') : t('made.copyCode')}</ActionButton>
            </>
          ) : null}
          {'share' in navigator ? <ActionButton icon={<IconShare2 size="1.25rem" stroke={2} aria-hidden="true" />} onPress={() => void share()}>{t('made.share')}</ActionButton> : null}
        </div>
        <QrCode text={link} label={t('made.qr')} />
        <p className={styles.note}>{t('made.qrText')}</p>
        <ActionButton kind="primary" onPress={onClose}>{t('made.done')}</ActionButton>
      </div>
    </Card>
  );
}
