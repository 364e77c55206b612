/** The most that the ratio of a figure may be; conflicts must be all of them. */
const BOUNDS: readonly (readonly [name: RegExp, most: number])[] = [
  [/^write\.one\.p95$/, 1.5], [/^push\.\d+$/, 1.8], [/^push\.requests$/, 1], [/^push\.bytes$/, 1.5], [/^pull\.\d+$/, 1.2], [/^converge\./, 1.8], [/^open\./, 1.5], [/^sync\.rtt200$/, 1.5],
  [/^photos\.\d+$/, 1.3], [/^photos\.resent$/, 1], [/^rows\./, 1], [/^server\.\d+tablets$/, 3], [/^server\.\d+tablets\.memory$/, 1], [/^scale\.10x/, 12], [/^memory\./, 1.1],
  [/^firstLoad\./, 1],
];

/** What a figure must reach, and whether it does: `undefined` where nothing was promised. */
export function boundOf({ name, ratio }: { readonly name: string; readonly ratio: number }): { readonly must: string; readonly holds: boolean } | undefined {
  if (name.startsWith('conflicts.')) return { must: '= 1', holds: ratio === 1 };
  const most = BOUNDS.find(([pattern]) => pattern.test(name))?.[1];
  return most === undefined ? undefined : { must: `≤ ${most}`, holds: ratio <= most };
}
