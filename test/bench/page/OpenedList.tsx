import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { StandardList } from '#client/features/rate-standards/StandardList.tsx';
import { useVisit, type VisitWorld } from '#client/parts/useVisit.ts';
import { useVisitOverview } from '#client/parts/useVisitOverview.ts';
import { VISIT } from '#test/bench/workload/benchPeople.ts';

/** The list of standards as the product shows it, from the unlocked workspace on; nothing until the manual is open. */
export function OpenedList() {
  const world = useVisit(VISIT);
  return world?.manual.kind === 'ready' ? <ListOf world={world} index={world.manual.index} /> : null;
}

function ListOf({ world, index }: { readonly world: VisitWorld; readonly index: ManualIndex }) {
  const rows = useVisitOverview(world, index);
  return <StandardList visitId={VISIT} index={index} rows={rows} currentId={undefined} drawn />;
}
