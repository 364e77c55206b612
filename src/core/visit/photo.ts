import { factsOf, readNumber, readText, type RecordFacts } from '#core/op/readField.ts';
import { entitiesOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';

/** Two files of one picture: the working copy (2,048 px) and the thumbnail, each named by the SHA-256 of its plain bytes. */
export type Photo = {
  readonly id: string;
  /** The record that it belongs to: an observation's id in a visit, a finding's in an agency. */
  readonly subject: string;
  readonly workingFile: string;
  readonly thumbFile: string;
  readonly width: number;
  readonly height: number;
  readonly takenAt: string;
  readonly caption: string;
  readonly facts: RecordFacts;
};

function readPhoto(entity: EntityState, subjectField: string): Photo {
  const facts = factsOf(entity);
  return {
    id: entity.entityId,
    subject: readText(entity, subjectField).text,
    workingFile: readText(entity, 'workingFile').text,
    thumbFile: readText(entity, 'thumbFile').text,
    width: readNumber(entity, 'width') ?? 0,
    height: readNumber(entity, 'height') ?? 0,
    takenAt: readText(entity, 'takenAt').text || facts.recordedAt,
    caption: readText(entity, 'caption').text,
    facts,
  };
}

/** Photos of a visit's observations. */
export const photosOfVisit = (visit: ScopeState): readonly Photo[] => entitiesOf(visit, 'photo').map((e) => readPhoto(e, 'observation'));

/** Photos that the team chose to share with the agency. */
export const sharedPhotosOf = (agency: ScopeState): readonly Photo[] => entitiesOf(agency, 'sharedPhoto').map((e) => readPhoto(e, 'finding'));

/** Photos that the agency attached as proof. */
export const proofPhotosOf = (agency: ScopeState): readonly Photo[] => entitiesOf(agency, 'proofPhoto').map((e) => readPhoto(e, 'finding'));
