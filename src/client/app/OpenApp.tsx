import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type Access, AccessContext } from '#client/parts/AccessContext.ts';
import { AdminContext } from '#client/parts/AdminContext.ts';
import { type Session, SessionContext } from '#client/parts/SessionContext.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { WorkspaceContext } from '#client/storage/WorkspaceContext.ts';
import { adminApiOf } from '#client/sync/adminApi.ts';
import { LinkProvider } from '#client/ui/AppLink.tsx';
import { toasts } from '#client/ui/parts/toasts.ts';
import { ContinueHere } from './ContinueHere.tsx';
import { HiddenCover } from './HiddenCover.tsx';
import { router } from './router.tsx';
import { RouterLink } from './RouterLink.tsx';
import { UpdatePrompt } from './UpdatePrompt.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { watchPickers } from './watchPickers.ts';

type OpenAppProps = { readonly unlocked: Unlocked; readonly session: Session; readonly access: Access; readonly takeOver: () => Promise<void> };

/** An unlocked person: the screens, and what guards them. */
export function OpenApp({ unlocked, session, access, takeOver }: OpenAppProps) {
  const { workspace, pickerOpenSinceMs } = useMemo(() => watchPickers(unlocked.workspace), [unlocked]);
  const admin = useMemo(() => adminApiOf(unlocked.account.userId, unlocked.device), [unlocked]);
  const isWriter = useSyncExternalStore(unlocked.writer.subscribe, unlocked.writer.held);
  // Behind a lock nothing of the work is read, and nothing can be taken back.
  useEffect(() => toasts.clear, []);
  useIdleLock(session.lock, pickerOpenSinceMs);
  return (
    <WorkspaceContext value={workspace}>
      <SessionContext value={session}>
        <AccessContext value={access}>
          <AdminContext value={admin}>
            <LinkProvider component={RouterLink}>
              {isWriter ? <RouterProvider router={router} /> : <ContinueHere takeOver={takeOver} />}
              {isWriter ? <UpdatePrompt /> : null}
              <HiddenCover />
            </LinkProvider>
          </AdminContext>
        </AccessContext>
      </SessionContext>
    </WorkspaceContext>
  );
}
