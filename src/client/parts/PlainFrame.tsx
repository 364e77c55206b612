import { IconArchive, IconBuildingCommunity, IconChartBar, IconDeviceTablet, IconFlag, IconHome, IconListDetails, IconMapPins, IconSettings, IconShieldCheck, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfAgency } from '#core/people/role.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { AppFrame } from '#client/ui/frame/AppFrame.tsx';
import type { NavItem } from '#client/ui/frame/NavRail.tsx';
import { useFrameSides } from './useFrameSides.tsx';

export type PlainPlace = 'home' | 'safe' | 'settings' | 'people' | 'devices' | 'agencies' | 'quarantine' | 'audit' | 'totals';

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
  const { role } = useWorkspace().me.person;
  const item = (key: PlainPlace, href: string, icon: ReactNode, only?: 'tablet'): NavItem => ({ key, label: t(`nav.${key}`), icon, href, active: active === key, ...(only ? { only } : {}) });
  const settings = item('settings', '/settings', <IconSettings stroke={1.8} />);
  if (role === 'admin') {
    return [
      item('home', '/', <IconHome stroke={1.8} />),
      item('people', '/administer/people', <IconUsers stroke={1.8} />),
      item('devices', '/administer/devices', <IconDeviceTablet stroke={1.8} />),
      item('agencies', '/administer/agencies', <IconBuildingCommunity stroke={1.8} />, 'tablet'),
      item('quarantine', '/administer/quarantine', <IconArchive stroke={1.8} />, 'tablet'),
      item('audit', '/administer/audit', <IconListDetails stroke={1.8} />, 'tablet'),
      settings,
    ];
  }
  if (role === 'observer') return [item('totals', '/', <IconChartBar stroke={1.8} />), settings];
  const ofAgency = isOfAgency(role);
  return [
    ofAgency
      ? { key: 'home', label: t('nav.gaps'), icon: <IconFlag stroke={1.8} />, href: '/', active: active === 'home' }
      : { key: 'home', label: t(role === 'regional_manager' ? 'nav.agencies' : 'nav.visits'), icon: <IconMapPins stroke={1.8} />, href: '/', active: active === 'home' },
    { key: 'safe', label: t('nav.safe'), icon: <IconShieldCheck stroke={1.8} />, href: '/safe', active: active === 'safe' },
    settings,
  ];
}
