import { memoize } from '#core/op/memoize.ts';
import { conflictingFields, factsOf, readMembers, readOneOf, readString, readText, type RecordFacts, type ShownText } from '#core/op/readField.ts';
import { entitiesOf, entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { GAP_REASONS, type GapReason } from '#core/rating/values.ts';
import { EXTENTS, FINDING_KINDS, HARMS, type Extent, type FindingKind, type Harm } from './values.ts';

/** A finding in the visit: nobody outside the team sees it until it is handed over. */
export type DraftFinding = {
  readonly id: string;
  readonly code: string;
  readonly edition: string;
  readonly standard: string;
  /** Ids of the bullets that it is about. */
  readonly bullets: readonly string[];
  readonly kind: FindingKind | undefined;
  readonly reasons: readonly GapReason[];
  readonly statement: ShownText;
  readonly statementLanguage: 'es' | 'en' | undefined;
  /** One wanted proof a line. */
  readonly proofWanted: ShownText;
  readonly proofWantedLanguage: 'es' | 'en' | undefined;
  readonly harm: Harm | undefined;
  readonly extent: Extent | undefined;
  readonly dueDate: string | undefined;
  /** Photos of the visit chosen to be shared. */
  readonly photos: readonly string[];
  readonly facts: RecordFacts;
  readonly conflicts: readonly string[];
  readonly entity: EntityState;
};

export const readDraftFinding = memoize((entity: EntityState): DraftFinding => {
  const reasons = readMembers(entity, 'reason.');
  return {
    id: entity.entityId,
    code: readText(entity, 'code').text,
    edition: readText(entity, 'edition').text,
    standard: readText(entity, 'standard').text,
    bullets: readMembers(entity, 'bullet.'),
    kind: readOneOf(entity, 'kind', FINDING_KINDS),
    reasons: GAP_REASONS.filter((reason) => reasons.includes(reason)),
    statement: readText(entity, 'statement'),
    statementLanguage: readOneOf(entity, 'statementLang', ['es', 'en']),
    proofWanted: readText(entity, 'proofWanted'),
    proofWantedLanguage: readOneOf(entity, 'proofWantedLang', ['es', 'en']),
    harm: readOneOf(entity, 'harm', HARMS),
    extent: readOneOf(entity, 'extent', EXTENTS),
    dueDate: readString(entity, 'dueDate'),
    photos: readMembers(entity, 'photo.'),
    facts: factsOf(entity),
    conflicts: conflictingFields(entity),
    entity,
  };
});

export function draftFindingsOf(visit: ScopeState): readonly DraftFinding[] {
  return entitiesOf(visit, 'finding').map(readDraftFinding);
}

export function draftFindingOf(visit: ScopeState, id: string): DraftFinding | undefined {
  const entity = entityOf(visit, 'finding', id);
  return entity && readDraftFinding(entity);
}

/** What must be there before a finding can be handed over. Asked then, never to keep a draft. */
export type PublishBlock = 'no-kind' | 'no-statement' | 'no-proof-wanted' | 'no-priority' | 'no-due-date' | 'unconfirmed-merge';

export function publishBlocks(finding: DraftFinding, hasPriority: boolean): readonly PublishBlock[] {
  const blocks: PublishBlock[] = [];
  if (!finding.kind) blocks.push('no-kind');
  if (finding.statement.text.trim() === '') blocks.push('no-statement');
  const needsAnswer = finding.kind === 'gap' || finding.kind === 'file_issue' || finding.kind === 'concern';
  if (needsAnswer && finding.proofWanted.text.trim() === '') blocks.push('no-proof-wanted');
  if (needsAnswer && !hasPriority) blocks.push('no-priority');
  if (needsAnswer && !finding.dueDate) blocks.push('no-due-date');
  if (finding.conflicts.length > 0) blocks.push('unconfirmed-merge');
  return blocks;
}
