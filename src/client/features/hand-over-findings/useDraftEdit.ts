import type { DraftFinding } from '#core/finding/draftFinding.ts';
import type { FieldValues } from '#core/op/op.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';

export type DraftEditProps = { readonly world: VisitWorld; readonly draft: DraftFinding };

/** Sets fields of a draft by one tap. */
export function useDraftEdit({ world, draft }: DraftEditProps) {
  const { seal, errorText, sealing } = useSealing();
  const set = async (fields: FieldValues): Promise<boolean> =>
    (await seal([{ scope: world.visitScope, entity: 'finding', entityId: draft.id, set: fields }])) !== undefined;
  return { set, errorText, sealing };
}
