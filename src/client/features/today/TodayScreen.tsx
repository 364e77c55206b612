import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { ManualGate } from '#client/parts/ManualGate.tsx';
import { TodayDesk } from './TodayDesk.tsx';

/** A visit's first screen: what needs me, where the chapters stand, what the result would be. */
export function TodayScreen({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('today');
  return (
    <VisitFrame visitId={visitId} active="today">
      {(world) => <ManualGate world={world} title={t('title')}>{(index) => <TodayDesk world={world} index={index} />}</ManualGate>}
    </VisitFrame>
  );
}
