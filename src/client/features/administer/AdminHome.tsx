import { IconArchive, IconBuildingCommunity, IconChartBar, IconDeviceTablet, IconEraser, IconListDetails, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';

const PLACES = [
  { key: 'people', href: '/administer/people', icon: <IconUsers stroke={1.8} /> },
  { key: 'invite', href: '/people/invite', icon: <IconUserPlus stroke={1.8} /> },
  { key: 'devices', href: '/administer/devices', icon: <IconDeviceTablet stroke={1.8} /> },
  { key: 'agencies', href: '/administer/agencies', icon: <IconBuildingCommunity stroke={1.8} /> },
  { key: 'quarantine', href: '/administer/quarantine', icon: <IconArchive stroke={1.8} /> },
  { key: 'audit', href: '/administer/audit', icon: <IconListDetails stroke={1.8} /> },
  { key: 'purge', href: '/administer/purge', icon: <IconEraser stroke={1.8} /> },
  { key: 'totals', href: '/totals', icon: <IconChartBar stroke={1.8} /> },
] as const;

/** Where an administrator lands: what they look after, and that it never shows what a visit wrote. */
export function AdminHome() {
  const { t } = useTranslation('admin');
  return (
    <PlainFrame active="home">
      <PageColumn width="narrow">
        <PageHeader title={t('home.title')} under={t('home.under')} />
        <Card flush>
          {PLACES.map(({ key, href, icon }) => <ListRow key={key} inCard strong chevron href={href} mark={icon} title={t(`home.${key}`)} second={t(`home.${key}Help`)} />)}
        </Card>
      </PageColumn>
    </PlainFrame>
  );
}
