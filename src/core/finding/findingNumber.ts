import { walkBullets } from '#core/manual/standardItems.ts';
import { standardById, type ManualIndex } from '#core/manual/manualIndex.ts';

/** What a finding is about, as printed and said: `4.2.3 d, e`. `undefined` where the manual is not here. */
export function findingNumber(index: ManualIndex | undefined, standardId: string, bullets: readonly string[]): string | undefined {
  const standard = index && standardById(index, standardId);
  if (!standard) return undefined;
  const labels = walkBullets(standard).flatMap(({ bullet }) => (bullets.includes(bullet.id) ? [bullet.label] : []));
  return labels.length === 0 ? standard.number : `${standard.number} ${labels.join(', ')}`;
}
