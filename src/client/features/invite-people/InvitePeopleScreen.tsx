import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationList, InvitationMade } from '#core/protocol/identityWire.ts';
import { mayInvite } from '#core/people/mayInvite.ts';
import { useAccess } from '#client/parts/AccessContext.ts';
import { OneTimeCode } from '#client/parts/OneTimeCode.tsx';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { InviteForm } from './InviteForm.tsx';
import { type FailureKind, failureKind } from './failureKind.ts';
import { OpenInvitations } from './OpenInvitations.tsx';
import { RecoveryRequests } from './RecoveryRequests.tsx';

/** Invites people by a one-time code, and shows the invitations that are still open. Needs the network. */
export function InvitePeopleScreen() {
  const { t } = useTranslation('invite');
  const { me } = useWorkspace();
  const { invitations } = useAccess();
  const [list, setList] = useState<InvitationList>();
  const [failure, setFailure] = useState<FailureKind>();
  const [made, setMade] = useState<InvitationMade & { readonly name: string }>();
  const roles = mayInvite(me.person.role);
  const isAdmin = me.person.role === 'admin';

  const load = useCallback(async (): Promise<void> => {
    const answer = await invitations();
    setFailure(answer.ok ? undefined : failureKind(answer.error));
    if (answer.ok) setList(answer.value);
  }, [invitations]);
  useEffect(() => void load(), [load]);
  const onMade = (invited: InvitationMade & { readonly name: string }): void => {
    setMade(invited);
    void load();
  };

  return (
    <PlainFrame active={isAdmin ? 'people' : 'settings'} back={isAdmin ? { label: t('people'), href: '/administer/people' } : { label: t('common:nav.settings'), href: '/settings' }}>
      <PageColumn width="narrow">
        <PageHeader title={t('title')} under={t('under')} />
        {failure ? (
          <Banner tone="warn" boxed action={<ActionButton onPress={() => void load()}>{t('common:retry')}</ActionButton>}>{t(`failure.${failure}`)}</Banner>
        ) : null}
        {isAdmin && !made ? <RecoveryRequests /> : null}
        {made ? <OneTimeCode made={made} onClose={() => setMade(undefined)} /> : null}
        {list && !made && roles.length > 0 ? <InviteForm roles={roles} takenCodes={list.takenCodes} onMade={onMade} /> : null}
        {list ? <OpenInvitations invitations={list.invitations} onRevoked={load} /> : failure ? null : <LoadingLines label={t('common:loading')} />}
      </PageColumn>
    </PlainFrame>
  );
}
