import { DIRECTIVE_FIELD, standardItems, type StandardItem } from '#core/manual/standardItems.ts';
import type { Standard } from '#core/manual/edition.ts';
import type { BulletValue } from './values.ts';

/** Why *in compliance* cannot be chosen yet: the first item that is not met, else the first that nobody looked at. */
export type ComplianceBlock = { readonly type: 'not-met' | 'not-reviewed'; readonly item: StandardItem };

/** The rule of the screen (storage takes any value): in compliance only when the directive and every applicable bullet are met. */
export function complianceBlock(standard: Standard, bullets: ReadonlyMap<string, BulletValue>): ComplianceBlock | undefined {
  const items = standardItems(standard);
  const notMet = items.find((item) => bullets.get(item.field) === 'not_met');
  if (notMet) return { type: 'not-met', item: notMet };
  const directive = items.find((item) => item.field === DIRECTIVE_FIELD && bullets.get(item.field) === undefined);
  const open = directive ?? items.find((item) => bullets.get(item.field) === undefined);
  return open && { type: 'not-reviewed', item: open };
}

/** Fields that *all met* sets: every item that nobody has looked at yet. */
export function allMetFields(standard: Standard, bullets: ReadonlyMap<string, BulletValue>): Readonly<Record<string, BulletValue>> {
  return Object.fromEntries(
    standardItems(standard).filter((item) => bullets.get(item.field) === undefined).map((item) => [item.field, 'met' as const]),
  );
}
