import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { WorkEdit, WorkRecord } from './visitWork.ts';

const OUTCOMES = ['supports', 'contradicts', 'inconclusive'] as const;
/** What a record's status is here: a text that both tablets edit. */
export const FIELD_OF = { status: 'area', note: 'text' } as const;

/** A record as an observation of the product: the same note, standard, time and state. */
export const changeOfRecord = (scope: ScopeId, { id, note, standardId, status, area, severity, createdAt }: WorkRecord): Change => ({
  scope, entity: 'observation', entityId: id,
  set: { text: note, textLang: 'en', area: status === 'open' ? area : status, outcome: OUTCOMES[severity % 3] ?? '', observedAt: createdAt, [`standard.${standardId}`]: true },
});

export const changeOfEdit = (scope: ScopeId, { id, field, value }: WorkEdit): Change => ({ scope, entity: 'observation', entityId: id, set: { [FIELD_OF[field]]: value } });
