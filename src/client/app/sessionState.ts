import type { Erase } from '#core/protocol/wire.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { Access } from '#client/parts/AccessContext.ts';
import type { Session } from '#client/parts/SessionContext.ts';
import type { Recovery } from './recoverOnline.ts';

/** Where the app is before any screen: nobody known, locked, or open. */
export type SessionState =
  | { readonly phase: 'starting' }
  /** `known`: people of this tablet, whom one may go back to. `erased`: who was in has just been withdrawn, and nothing of theirs is left here. */
  | { readonly phase: 'sign-in'; readonly known: readonly KnownAccount[]; readonly erased?: Erase }
  | { readonly phase: 'locked'; readonly account: KnownAccount; readonly known: readonly KnownAccount[] }
  /** Somebody with a one-time code, from the link they followed if they did. */
  | { readonly phase: 'joining'; readonly code: string | undefined; readonly known: readonly KnownAccount[] }
  /** The server knows a newer password (`keys`) than this tablet: the earlier one is asked for, once. */
  | { readonly phase: 'earlier-password'; readonly account: KnownAccount; readonly keys: DerivedKeys; readonly known: readonly KnownAccount[] }
  /** *Olvidé mi contraseña.* */
  | { readonly phase: 'recovering'; readonly account: KnownAccount; readonly recovery: Recovery; readonly known: readonly KnownAccount[] }
  | { readonly phase: 'open'; readonly unlocked: Unlocked; readonly session: Session; readonly access: Access };
