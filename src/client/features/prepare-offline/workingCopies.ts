import { photosOfVisit, proofPhotosOf } from '#core/visit/photo.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { FileId } from '#client/storage/files/fileVault.ts';

/** The full pictures that the team may want to open at the agency: its own and what the agency attached as proof. */
export const workingCopies = ({ visit, visitScope, agency, agencyScope }: VisitWorld): readonly FileId[] => [
  ...photosOfVisit(visit).map(({ workingFile }) => ({ scope: visitScope, sha256: workingFile })),
  ...proofPhotosOf(agency).map(({ workingFile }) => ({ scope: agencyScope, sha256: workingFile })),
].filter(({ sha256 }) => sha256 !== '');
