import type { Json } from '#core/json.ts';
import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Segment, SegmentPage } from './segment.ts';

/** A row of the builds up to November 2026: one page, its proof beside its bodies. It gets the newer shape when it is joined. */
type SinglePage = SegmentPage & { readonly id: string; readonly scope: ScopeId; readonly ops: readonly Op[] };

/** Opens a row of either shape. The rows are this device's own, authenticated by AES-GCM: their content is taken as given. */
export function readSegment(value: Json): Segment {
  const row = value as unknown as Segment | SinglePage;
  if ('pages' in row) return row;
  const { id, scope, ops, ...page } = row;
  return { id, scope, pages: [page], ops };
}
