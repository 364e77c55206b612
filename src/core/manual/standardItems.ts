import type { Bullet, Level, SizeBand, Standard } from './edition.ts';
import { hasText } from './localText.ts';

/** One thing that an advisor rates. `field` is its name in a rating, for ever. */
export type StandardItem =
  | { readonly kind: 'statement' | 'directive'; readonly field: string; readonly depth: 0 }
  | { readonly kind: 'bullet'; readonly field: string; readonly bullet: Bullet; readonly depth: number };

export const STATEMENT_FIELD = 'bullet.0';
export const DIRECTIVE_FIELD = 'bullet.directive';
/** Ids that no bullet may have: its field would be the statement's or the directive's. */
export const RESERVED_BULLET_IDS: readonly string[] = ['0', 'directive'];

export const bulletField = (bulletId: string): string => `bullet.${bulletId}`;

/**
 * What is rated in a standard, in the order of screens: the statement where it has text, the written directive where
 * one is required, then every leaf bullet and every parent that is a requirement of its own. Nothing for a reserved
 * standard or one without any text.
 */
export function standardItems(standard: Standard): readonly StandardItem[] {
  if (standard.reserved) return [];
  const statement: readonly StandardItem[] = hasText(standard.statement) ? [{ kind: 'statement', field: STATEMENT_FIELD, depth: 0 }] : [];
  const bullets = walkBullets(standard)
    .filter((walked) => walked.isRated)
    .map(({ bullet, depth }): StandardItem => ({ kind: 'bullet', field: bulletField(bullet.id), bullet, depth }));
  if (statement.length + bullets.length === 0) return [];
  const directive: readonly StandardItem[] = standard.directiveRequired ? [{ kind: 'directive', field: DIRECTIVE_FIELD, depth: 0 }] : [];
  return [...statement, ...directive, ...bullets];
}

export type WalkedBullet = {
  readonly bullet: Bullet;
  /** 0 for the bullets directly under the statement. */
  readonly depth: number;
  readonly isLeaf: boolean;
  /** A leaf, or a parent that the edition marks as a requirement of its own. */
  readonly isRated: boolean;
};

/** Every bullet as printed, parents before their children. */
export function walkBullets(standard: Standard): readonly WalkedBullet[] {
  const walk = (bullets: readonly Bullet[], depth: number): readonly WalkedBullet[] =>
    bullets.flatMap((bullet) => {
      const isLeaf = bullet.bullets.length === 0;
      return [{ bullet, depth, isLeaf, isRated: isLeaf || bullet.ownRequirement === true }, ...walk(bullet.bullets, depth + 1)];
    });
  return walk(standard.bullets, 0);
}

/** The level of a standard for an agency of that size; an edition without levels is mandatory for everybody. */
export function levelFor(standard: Standard, size: SizeBand): Level {
  return standard.levels?.[size] ?? 'M';
}
