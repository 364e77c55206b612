import { IconChecklist, IconClipboardText, IconFlag, IconMapPins, IconMessages, IconRoute, IconSun } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppFrame } from '#client/ui/frame/AppFrame.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { CaptureMenu } from './CaptureMenu.tsx';
import { findingsToAttendTo } from './findingsToAttendTo.ts';
import { NotHere } from './NotHere.tsx';
import { PlainFrame } from './PlainFrame.tsx';
import { useFrameSides } from './useFrameSides.tsx';
import { useVisit, type VisitWorld } from './useVisit.ts';
import { useVisitSubtitle } from './useVisitSubtitle.ts';

export type VisitPlace = 'today' | 'standards' | 'observations' | 'interviews' | 'forms' | 'findings';

type VisitFrameProps = {
  readonly visitId: string;
  readonly active: VisitPlace;
  /** On a phone, an arrow back in the title's place. */
  readonly back?: { readonly label: string; readonly href: string } | undefined;
  readonly phoneActions?: ReactNode;
  readonly children: (world: VisitWorld) => ReactNode;
};

/** The frame of a visit's screens; what stands in it gets the visit. Says so when the visit is not on this tablet. */
export function VisitFrame({ visitId, ...rest }: VisitFrameProps) {
  const world = useVisit(visitId);
  if (!world) return <PlainFrame><NotHere what="visitNotHere" /></PlainFrame>;
  return <FrameOfVisit world={world} {...rest} />;
}

function FrameOfVisit({ world, active, back, phoneActions, children }: Omit<VisitFrameProps, 'visitId'> & { readonly world: VisitWorld }) {
  const { t } = useTranslation('common');
  const { me } = useWorkspace();
  const [capturing, setCapturing] = useState(false);
  // The standard that is open: what *Capturar* takes is tied to it.
  const { standardId }: { readonly standardId?: unknown } = useParams({ strict: false });
  const sides = useFrameSides(Math.max(0, world.card.team.indexOf(me.person.id)));
  const home = `/visits/${world.visitId}`;
  const toAttendTo = findingsToAttendTo(world.visit, world.agency, world.visitId);
  const badge = toAttendTo === 0 || !world.mayWrite ? undefined : { count: String(toAttendTo), label: t('badge.findings', { count: toAttendTo }) };
  return (
    <AppFrame
      {...sides}
      title={world.agencyCard.name}
      subtitle={useVisitSubtitle(world)}
      back={back}
      phoneActions={phoneActions}
      capture={world.mayWrite ? { label: t('nav.capture'), onPress: () => setCapturing(true) } : undefined}
      items={[
        { key: 'today', label: t('nav.today'), icon: <IconSun stroke={1.8} />, href: home, active: active === 'today' },
        { key: 'observations', label: t('nav.observations'), icon: <IconRoute stroke={1.8} />, href: `${home}/observations`, active: active === 'observations' },
        { key: 'interviews', label: t('nav.interviews'), icon: <IconMessages stroke={1.8} />, href: `${home}/interviews`, active: active === 'interviews', only: 'tablet' },
        { key: 'forms', label: t('nav.forms'), icon: <IconClipboardText stroke={1.8} />, href: `${home}/forms`, active: active === 'forms', only: 'tablet' },
        { key: 'standards', label: t('nav.standards'), icon: <IconChecklist stroke={1.8} />, href: `${home}/standards`, active: active === 'standards' },
        { key: 'findings', label: t('nav.findings'), icon: <IconFlag stroke={1.8} />, href: `${home}/findings`, active: active === 'findings', badge },
        { key: 'visits', label: t('nav.visits'), icon: <IconMapPins stroke={1.8} />, href: '/', only: 'tablet' },
      ]}
    >
      {children(world)}
      {world.mayWrite ? <CaptureMenu visitId={world.visitId} standardId={typeof standardId === 'string' ? standardId : undefined} opened={capturing} onClose={() => setCapturing(false)} /> : null}
    </AppFrame>
  );
}
