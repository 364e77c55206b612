/** What some browsers tell of the network: Chrome on Android does, Safari and Firefox do not. */
type Connection = EventTarget & { readonly type?: string };

const MOBILE: ReadonlySet<string> = new Set(['cellular', 'wimax']);
const UNTOLD: ReadonlySet<string> = new Set(['unknown', 'none', 'other', 'mixed']);

export type NetworkKind = 'mobile' | 'other' | 'untold';

/** Whether what is spent now is mobile data. */
export function networkKind(): NetworkKind {
  const type = connection()?.type;
  if (type === undefined || UNTOLD.has(type)) return 'untold';
  return MOBILE.has(type) ? 'mobile' : 'other';
}

/** Called when the tablet changes from one network to another. Gives its own undoing. */
export function onNetworkChange(listener: () => void): () => void {
  const told = connection();
  told?.addEventListener('change', listener);
  return () => told?.removeEventListener('change', listener);
}

function connection(): Connection | undefined {
  return 'connection' in navigator && navigator.connection instanceof EventTarget ? navigator.connection : undefined;
}
