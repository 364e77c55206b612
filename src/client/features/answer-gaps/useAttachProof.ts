import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { photoFields } from '#client/parts/photoFields.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { AgencyWorld } from './useAgencyWorld.ts';

/** Keeps a picture as proof: its bytes first, then the record that names it. */
export function useAttachProof(world: AgencyWorld, finding: AgencyFinding) {
  const workspace = useWorkspace();
  const { seal, errorText } = useSealing();
  const keep = async (photo: PreparedPhoto): Promise<void> => {
    await seal(
      [{
        scope: world.scope,
        entity: 'proofPhoto',
        entityId: `${workspace.newId()}/${workspace.me.person.id}`,
        set: { finding: finding.id, ...photoFields(photo, workspace.nowMs()) },
      }],
      { photo },
    );
  };
  return { keep, errorText };
}
