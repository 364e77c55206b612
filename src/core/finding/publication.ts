import { sha256OfText } from '#core/bytes.ts';
import { canonicalJson, sameJson, type Json } from '#core/json.ts';
import type { Change } from '#core/op/change.ts';
import type { FieldValues } from '#core/op/op.ts';
import { allHeadIds, entityOf, headIds, viewField, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Photo } from '#core/visit/photo.ts';
import type { DraftFinding } from './draftFinding.ts';
import type { Priority } from './values.ts';

/** Exactly what the agency will receive of one finding. Made of nothing but the draft's own words and the chosen photos. */
export type Preview = {
  readonly finding: FieldValues;
  readonly photos: readonly { readonly id: string; readonly set: FieldValues }[];
};

export type PreviewContext = {
  readonly visitId: string;
  readonly visitScope: ScopeId;
  readonly revision: number;
  readonly priority: Priority | undefined;
  /** The visit's photos that still exist; only those named by the draft are taken. */
  readonly photos: readonly Photo[];
};

/** Interviews, their ids, quotes and number cannot be in it: it reads the draft and its chosen photos only. */
export function previewOf(draft: DraftFinding, context: PreviewContext): Preview {
  const chosen = context.photos.filter((photo) => draft.photos.includes(photo.id));
  const optional = (field: string, value: string | undefined): FieldValues => (value === undefined || value === '' ? {} : { [field]: value });
  return {
    finding: {
      code: draft.code,
      visit: context.visitId,
      edition: draft.edition,
      revision: context.revision,
      standard: draft.standard,
      ...members('bullet.', draft.bullets),
      ...optional('kind', draft.kind),
      ...members('reason.', draft.reasons),
      statement: draft.statement.text,
      ...optional('statementLang', draft.statementLanguage),
      proofWanted: draft.proofWanted.text,
      ...optional('proofWantedLang', draft.proofWantedLanguage),
      ...optional('priority', context.priority),
      ...optional('dueDate', draft.dueDate),
      ...members('photo.', chosen.map((photo) => photo.id)),
    },
    photos: chosen.map((photo) => ({
      id: photo.id,
      set: {
        finding: draft.id,
        source: context.visitScope,
        workingFile: photo.workingFile,
        thumbFile: photo.thumbFile,
        width: photo.width,
        height: photo.height,
        takenAt: photo.takenAt,
      },
    })),
  };
}

const members = (prefix: string, ids: readonly string[]): FieldValues => Object.fromEntries(ids.map((id) => [prefix + id, true]));

/** Hex SHA-256 of what the person saw before handing over. */
export function previewHash(preview: Preview): string {
  return sha256OfText(canonicalJson({ finding: preview.finding, photos: preview.photos }));
}

/**
 * The changes that hand a finding over, in one seal: in `agency:` the finding and its photos, whose `base` and `saw` name
 * only ops of `agency:`; in `visit:` the publication with the ids looked at and the hash of the preview.
 * A second hand-over writes only what differs, and takes back what is no longer in it.
 */
export function publishChanges(draft: DraftFinding, preview: Preview, agencyScope: ScopeId, agency: ScopeState, visitScope: ScopeId): readonly Change[] {
  const before = entityOf(agency, 'finding', draft.id);
  const set = difference(before, withTakenBack(before, preview.finding));
  const findingChange: readonly Change[] =
    Object.keys(set).length === 0
      ? []
      : [{ scope: agencyScope, entity: 'finding', entityId: draft.id, set, base: baseOf(before, set), saw: allHeadIds(before) }];
  const photoChanges = preview.photos.flatMap(({ id, set: photo }): readonly Change[] => {
    const known = entityOf(agency, 'sharedPhoto', id);
    const changed = difference(known, photo);
    return Object.keys(changed).length === 0
      ? []
      : [{ scope: agencyScope, entity: 'sharedPhoto', entityId: id, set: changed, base: baseOf(known, changed) }];
  });
  const publication: Change = {
    scope: visitScope,
    entity: 'publication',
    entityId: null,
    set: { finding: draft.id, previewSha256: previewHash(preview) },
    saw: allHeadIds(draft.entity),
  };
  return [...photoChanges, ...findingChange, publication];
}

function difference(entity: EntityState | undefined, wanted: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => {
      const view = viewField(entity, field);
      return !(view.kind === 'value' && sameJson(view.value, value));
    }),
  );
}

/** What a draft may come to lack after it was handed over: the agency must not keep it. */
const CAN_GO: readonly string[] = ['priority', 'dueDate'];

function withTakenBack(entity: EntityState | undefined, wanted: FieldValues): FieldValues {
  const gone: Record<string, Json> = {};
  for (const field of entity?.fields.keys() ?? []) {
    if (Object.hasOwn(wanted, field)) continue;
    if (/^(bullet|reason|photo)\./.test(field)) gone[field] = false;
    else if (CAN_GO.includes(field)) gone[field] = '';
  }
  return { ...wanted, ...gone };
}

function baseOf(entity: EntityState | undefined, set: FieldValues): Record<string, readonly string[]> {
  return Object.fromEntries(Object.keys(set).map((field) => [field, headIds(entity, field)]));
}

export type PublicationStatus = 'draft' | 'published' | 'changed_since';

/** Whether the agency has what the draft says now: a head of the draft that no publication saw means "changed since". */
export function publicationStatusOf(visit: ScopeState, draft: DraftFinding): PublicationStatus {
  let published = false;
  let saw = new Set<string>();
  for (const entity of visit.entities.values()) {
    if (entity.entity !== 'publication' || entity.ops[0]?.set['finding'] !== draft.id) continue;
    published = true;
    saw = new Set([...saw, ...(entity.ops[0].saw ?? [])]);
  }
  if (!published) return 'draft';
  return allHeadIds(draft.entity).every((id) => saw.has(id)) ? 'published' : 'changed_since';
}
