import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { Session } from '#client/parts/SessionContext.ts';

/** Where the app is before any screen: nobody known, locked, or open. */
export type SessionState =
  | { readonly phase: 'starting' }
  /** `known`: people of this tablet, whom one may go back to. */
  | { readonly phase: 'sign-in'; readonly known: readonly KnownAccount[] }
  | { readonly phase: 'locked'; readonly account: KnownAccount; readonly known: readonly KnownAccount[] }
  | { readonly phase: 'open'; readonly unlocked: Unlocked; readonly session: Session };
