/** Why nobody came in: by signing in or by unlocking. */
export type EnterError =
  | { readonly type: 'wrong' }
  /** Too many wrong passwords on this tablet: none is tried until then, ms since 1970. */
  | { readonly type: 'wait'; readonly untilMs: number }
  | { readonly type: 'too-many'; readonly waitSeconds: number }
  | { readonly type: 'unreachable' }
  | { readonly type: 'captive-portal' }
  | { readonly type: 'server' }
  /** An administrator has closed the account. */
  | { readonly type: 'closed' }
  /** The system's question was not answered, or the passkey does not open this. */
  | { readonly type: 'passkey' }
  | { readonly type: 'newer-database' }
  | { readonly type: 'storage-lost' };
