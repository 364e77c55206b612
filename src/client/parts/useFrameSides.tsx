import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '#client/storage/preferences.ts';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import { NetworkBanner } from './NetworkBanner.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { useSession } from './SessionContext.ts';
import { SyncPillLink } from './SyncPillLink.tsx';

export type FrameSides = {
  readonly navLabel: string;
  readonly skipLabel: string;
  readonly sync: ReactNode;
  readonly person: ReactNode;
  readonly lock: ReactNode;
  readonly banner: ReactNode;
  readonly mirrored: boolean;
};

/** What is the same in every frame: whether the work is safe, who I am, lock, banner, hand. */
export function useFrameSides(place = 0): FrameSides {
  const { t } = useTranslation('common');
  const { lock } = useSession();
  const mirrored = usePreferences((preferences) => preferences.leftHanded);
  return {
    navLabel: t('navigation'),
    skipLabel: t('skipToContent'),
    sync: <SyncPillLink />,
    person: <PersonMenu place={place} />,
    lock: <IconButton bare label={t('personMenu.lock')} icon={<IconLock stroke={1.8} />} onPress={lock} />,
    banner: <NetworkBanner />,
    mirrored,
  };
}
