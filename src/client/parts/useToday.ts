import { localDate } from '#core/visit/localDate.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

/** The day `YYYY-MM-DD` that it is in the agency's time zone. */
export function useToday(timeZone: string): string {
  return localDate(useWorkspace().nowMs(), timeZone);
}
