import type { Interview } from '#core/visit/interview.ts';
import type { Observation } from '#core/visit/observation.ts';

/** Where an observation or an interview opens. An interview's address carries the first half of its key only. */
export function evidenceHref(visitId: string, record: Observation | Interview): string {
  return 'consent' in record
    ? `/visits/${visitId}/interviews/${record.id.split('/')[0] ?? ''}`
    : `/visits/${visitId}/observations/${record.id}`;
}
