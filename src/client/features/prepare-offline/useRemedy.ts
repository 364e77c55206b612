import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askToKeep } from '#client/parts/askToKeep.ts';
import { type Progress, useSession } from '#client/parts/SessionContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { CheckKey } from './readiness.ts';
import { workingCopies } from './workingCopies.ts';

export type Remedies = {
  readonly apply: (check: CheckKey) => Promise<void>;
  readonly running: CheckKey | undefined;
  /** How far the running one has come, in real units. */
  readonly progress: string | undefined;
  /** Why the last one of a check did not help. */
  readonly failure: { readonly check: CheckKey; readonly text: string } | undefined;
};

/** Checks that something can be done about with one tap. */
export const CURABLE: ReadonlySet<CheckKey> = new Set(['app', 'texts', 'manual', 'forms', 'data', 'photos', 'space', 'persisted', 'team']);

/** Mends one check at a time; `again` looks afterwards. */
export function useRemedy(world: VisitWorld, again: () => Promise<void>): Remedies {
  const { t } = useTranslation('prepare');
  const format = useFormat();
  const session = useSession();
  const { card } = world;
  const [running, setRunning] = useState<CheckKey>();
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<Remedies['failure']>();

  const failureOf = async (check: CheckKey): Promise<string | undefined> => {
    switch (check) {
      case 'manual': {
        const fetched = await session.downloadManual(card.edition, card.revision, setProgress);
        return fetched.ok ? undefined : t(`failure.${fetched.error.type}`);
      }
      case 'space': {
        const written = await session.writeReserve(setProgress);
        return written.ok ? undefined : t(`failure.${written.error.type}`);
      }
      case 'photos': {
        const fetched = await session.downloadPhotos(workingCopies(world), setProgress);
        return fetched.ok ? undefined : t(`failure.${fetched.error.type}`);
      }
      case 'persisted': return (await askToKeep()) ? undefined : t('failure.notKept');
      case 'app':
      case 'texts': return (await reinstall()) ? undefined : t('failure.noServiceWorker');
      case 'forms':
      case 'data':
      case 'team':
        await session.syncNow();
        return undefined;
      case 'installed': return undefined;
    }
  };

  const apply = async (check: CheckKey): Promise<void> => {
    setRunning(check);
    setFailure(undefined);
    setProgress(undefined);
    const text = await failureOf(check);
    if (text !== undefined) setFailure({ check, text });
    await again();
    setRunning(undefined);
  };

  const counted = progress && (running === 'space' ? t('progress.bytes', { done: format.bytes(progress.done), total: format.bytes(progress.total) }) : t('progress.files', { done: format.number(progress.done), total: format.number(progress.total) }));
  return { apply, running, progress: counted, failure };
}

/** Registers the service worker again; its installation fetches what the cache lacks. False where there can be none. */
async function reinstall(): Promise<boolean> {
  if (!navigator.serviceWorker) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return false;
  await registration.unregister();
  await navigator.serviceWorker.register('/service-worker.js');
  await navigator.serviceWorker.ready;
  return true;
}
