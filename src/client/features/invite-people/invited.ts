import type { InvitationMade, InvitationRequest } from '#core/protocol/identityWire.ts';

/** An invitation that was just made: the only moment at which its code can be shown. */
export type Invited = InvitationMade & Pick<InvitationRequest, 'name' | 'email' | 'role'>;
