/** What has just been committed, told to the open streams of every instance. It says where to look, never what is there. */
export type News = {
  /** Scopes with their new heads. */
  readonly scopes: readonly { readonly scope: string; readonly seq: number }[];
  /** Who may read what, or who is signed in, may have changed. */
  readonly rights: boolean;
  /** News may have been lost: everybody should ask. */
  readonly missed?: boolean;
};

/** News is a help: it may be lost, repeated or late, and whoever hears it asks in the ordinary way. */
export type Pokes = {
  /** Called after the commit. Never fails and never waits. */
  readonly publish: (news: News) => void;
  /** Gives the way to leave. */
  readonly subscribe: (listener: (news: News) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Among the streams of one process. */
export function localPokes(): Pokes {
  const listeners = new Set<(news: News) => void>();
  return {
    publish: (news) => { for (const listener of listeners) listener(news); },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => listeners.clear(),
  };
}
