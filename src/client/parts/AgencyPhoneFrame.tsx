import { IconDots, IconFlag, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyOf } from '#core/agency/agency.ts';
import { agencyScope } from '#core/op/scope.ts';
import { useScopes, useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { AppFrame } from '#client/ui/frame/AppFrame.tsx';
import { NotHere } from './NotHere.tsx';
import { useFrameSides } from './useFrameSides.tsx';

type AgencyPhoneFrameProps = {
  readonly agencyId: string;
  readonly active: 'gaps' | 'more';
  readonly back?: { readonly label: string; readonly href: string } | undefined;
  /** Inside a gap its actions take the place of the bottom bar. */
  readonly phoneActions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the agency's people: phone first. */
export function AgencyPhoneFrame({ agencyId, active, back, phoneActions, children }: AgencyPhoneFrameProps) {
  const { t } = useTranslation('common');
  const sides = useFrameSides();
  const scope = agencyScope(agencyId);
  const { me } = useWorkspace();
  const isHere = useScopes().has(scope);
  const agency = agencyOf(useScopeState(scope), agencyId);
  return (
    <AppFrame
      {...sides}
      title={agency?.name ?? t('product')}
      subtitle={me.person.name}
      back={back}
      phoneActions={phoneActions}
      items={[
        { key: 'gaps', label: t('nav.gaps'), icon: <IconFlag stroke={1.8} />, href: `/agencies/${agencyId}/gaps`, active: active === 'gaps' },
        { key: 'safe', label: t('nav.safe'), icon: <IconShieldCheck stroke={1.8} />, href: '/safe' },
        { key: 'more', label: t('nav.more'), icon: <IconDots stroke={1.8} />, href: '/settings', active: active === 'more' },
      ]}
    >
      {isHere && agency ? children : <NotHere what="agencyNotHere" />}
    </AppFrame>
  );
}
