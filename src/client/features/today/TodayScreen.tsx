import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { ManualGate } from '#client/parts/ManualGate.tsx';
import { TodayDesk } from './TodayDesk.tsx';

/** A visit's first screen: what needs me, where the chapters stand, what the result would be. */
export function TodayScreen({ visitId }: { readonly visitId: string }) {
  return (
    <VisitFrame visitId={visitId} active="today">
      {(world) => <ManualGate world={world}>{(index) => <TodayDesk world={world} index={index} />}</ManualGate>}
    </VisitFrame>
  );
}
