import type { Change } from '#core/op/change.ts';
import type { Draft } from './draftStore.ts';

/** A half-typed text as a record like any other, at the place and with the base that it was typed at. */
export const changeOfDraft = ({ scope, entity, entityId, field, value, also, base }: Draft): Change => ({
  scope, entity, entityId, set: { ...also, [field]: value }, base: { [field]: base },
});
