import type { Level } from '#core/manual/edition.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { agencyFindingsOf, type AgencyFinding } from './agencyFinding.ts';
import { draftFindingsOf, publishBlocks, type DraftFinding } from './draftFinding.ts';
import { priorityOf } from './priority.ts';
import { publicationStatusOf, type PublicationStatus } from './publication.ts';
import type { FindingKind, FindingStateValue, Priority } from './values.ts';

/** `ready`: a draft with nothing missing. `conflict`: two decisions that say different things. */
export type FindingRowState = FindingStateValue | 'ready' | 'conflict';

/** In the order of the team's list. */
export const ROW_STATES = [
  'conflict', 'draft', 'ready', 'published', 'in_progress', 'evidence_submitted', 'returned', 'reopened', 'verified_closed', 'accepted_risk',
] as const satisfies readonly FindingRowState[];

/** One finding of a visit as the team's list shows it: the draft's words, and where it stands with the agency. */
export type FindingRow = {
  readonly id: string;
  readonly code: string;
  readonly standard: string;
  readonly bullets: readonly string[];
  readonly kind: FindingKind | undefined;
  readonly statement: string;
  readonly statementLanguage: 'es' | 'en' | undefined;
  readonly priority: Priority | undefined;
  readonly dueDate: string | undefined;
  readonly state: FindingRowState;
  readonly publication: PublicationStatus;
  readonly draft: DraftFinding | undefined;
  readonly handedOver: AgencyFinding | undefined;
};

/** Every finding of a visit, once. A draft that was deleted after its hand-over is still shown as the agency has it. */
export function findingRowsOf(visit: ScopeState, agency: ScopeState, visitId: string, levelOf: (standard: string) => Level): readonly FindingRow[] {
  const handedOver = new Map(agencyFindingsOf(agency).filter((finding) => finding.visit === visitId).map((finding) => [finding.id, finding]));
  const drafts = draftFindingsOf(visit);
  const rows = drafts.map((draft): FindingRow => {
    const known = handedOver.get(draft.id);
    const priority = priorityOf(draft.harm, draft.extent, draft.kind, levelOf(draft.standard));
    return {
      ...wordsOf(draft), priority, draft, handedOver: known,
      state: known ? rowState(known) : publishBlocks(draft, priority !== undefined).length === 0 ? 'ready' : 'draft',
      publication: known ? publicationStatusOf(visit, draft) : 'draft',
    };
  });
  const drafted = new Set(drafts.map((draft) => draft.id));
  const withoutDraft = [...handedOver.values()].filter((finding) => !drafted.has(finding.id));
  return [
    ...rows,
    ...withoutDraft.map((finding): FindingRow => ({
      ...wordsOf(finding), priority: finding.priority, draft: undefined, handedOver: finding, state: rowState(finding), publication: 'published',
    })),
  ];
}

function wordsOf(finding: DraftFinding | AgencyFinding) {
  const { id, code, standard, bullets, kind, statement, statementLanguage, dueDate } = finding;
  return { id, code, standard, bullets, kind, statement: statement.text, statementLanguage, dueDate };
}

const rowState = (finding: AgencyFinding): FindingRowState => (finding.state.kind === 'conflict' ? 'conflict' : finding.state.value);

/** Rows by state, in the order of `ROW_STATES`; states without a row are left out. */
export function rowsByState(rows: readonly FindingRow[]): readonly { readonly state: FindingRowState; readonly rows: readonly FindingRow[] }[] {
  return ROW_STATES.map((state) => ({ state, rows: rows.filter((row) => row.state === state) })).filter((group) => group.rows.length > 0);
}
