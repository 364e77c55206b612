import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import type { Workspace } from '#client/storage/workspace.ts';
import { photoFields } from './photoFields.ts';

/** What names a picture of an observation. Sealed together with its bytes, which are written first. */
export function photoChange(workspace: Workspace, scope: ScopeId, observation: string, photo: PreparedPhoto): Change {
  return {
    scope,
    entity: 'photo',
    entityId: workspace.newId(),
    set: { observation, ...photoFields(photo, workspace.nowMs()) },
  };
}
