/**
 * How long to wait before the next try: anything up to a limit that doubles with each failure ("full jitter"), so that tablets which lost
 * the server together do not come back together. `failures` counts from 1; `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number, { firstMs, longestMs }: { readonly firstMs: number; readonly longestMs: number }): number {
  // 2 ** 30 is past every limit, and beyond it numbers become infinite.
  return Math.floor(random * Math.min(firstMs * 2 ** Math.min(failures - 1, 30), longestMs));
}
