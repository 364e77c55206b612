import { IconFlag, IconMapPins, IconSettings, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfAgency } from '#core/people/role.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { AppFrame } from '#client/ui/frame/AppFrame.tsx';
import type { NavItem } from '#client/ui/frame/NavRail.tsx';
import { useFrameSides } from './useFrameSides.tsx';

export type PlainPlace = 'home' | 'safe' | 'settings';

type PlainFrameProps = {
  readonly active?: PlainPlace;
  /** By default the product's name. */
  readonly title?: string;
  readonly subtitle?: string | undefined;
  readonly back?: { readonly label: string; readonly href: string } | undefined;
  readonly children: ReactNode;
};

/** The frame of screens outside a visit. */
export function PlainFrame({ active, title, subtitle, back, children }: PlainFrameProps) {
  const { t } = useTranslation('common');
  const sides = useFrameSides();
  const items = usePlainItems(active);
  return (
    <AppFrame {...sides} items={items} title={title ?? t('product')} subtitle={subtitle} back={back}>
      {children}
    </AppFrame>
  );
}

function usePlainItems(active: PlainPlace | undefined): readonly NavItem[] {
  const { t } = useTranslation('common');
  const ofAgency = isOfAgency(useWorkspace().me.person.role);
  return [
    ofAgency
      ? { key: 'home', label: t('nav.gaps'), icon: <IconFlag stroke={1.8} />, href: '/', active: active === 'home' }
      : { key: 'home', label: t('nav.visits'), icon: <IconMapPins stroke={1.8} />, href: '/', active: active === 'home' },
    { key: 'safe', label: t('nav.safe'), icon: <IconShieldCheck stroke={1.8} />, href: '/safe', active: active === 'safe' },
    { key: 'settings', label: t('nav.settings'), icon: <IconSettings stroke={1.8} />, href: '/settings', active: active === 'settings' },
  ];
}
