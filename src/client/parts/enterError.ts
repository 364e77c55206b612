/** Why nobody came in: by signing in or by unlocking. */
export type EnterError =
  | { readonly type: 'wrong' }
  | { readonly type: 'too-many'; readonly waitSeconds: number }
  | { readonly type: 'unreachable' }
  | { readonly type: 'captive-portal' }
  | { readonly type: 'server' }
  /** The server accepts this password; the data of this person on this tablet was locked with an earlier one. */
  | { readonly type: 'earlier-password' }
  /** An administrator has closed the account. */
  | { readonly type: 'closed' }
  | { readonly type: 'newer-database' }
  | { readonly type: 'storage-lost' };
