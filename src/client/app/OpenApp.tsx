import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import { type Session, SessionContext } from '#client/parts/SessionContext.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { WorkspaceContext } from '#client/storage/WorkspaceContext.ts';
import { ContinueHere } from './ContinueHere.tsx';
import { HiddenCover } from './HiddenCover.tsx';
import { router } from './router.tsx';
import { UpdatePrompt } from './UpdatePrompt.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { watchPickers } from './watchPickers.ts';

/** An unlocked person: the screens, and what guards them. */
export function OpenApp({ unlocked, session }: { readonly unlocked: Unlocked; readonly session: Session }) {
  const { workspace, pickerOpenSinceMs } = useMemo(() => watchPickers(unlocked.workspace), [unlocked]);
  const isWriter = useSyncExternalStore(unlocked.writer.subscribe, unlocked.writer.held);
  useIdleLock(session.lock, pickerOpenSinceMs);
  return (
    <WorkspaceContext value={workspace}>
      <SessionContext value={session}>
        {isWriter ? <RouterProvider router={router} /> : <ContinueHere takeOver={unlocked.writer.takeOver} />}
        {isWriter ? <UpdatePrompt /> : null}
        <HiddenCover />
      </SessionContext>
    </WorkspaceContext>
  );
}
