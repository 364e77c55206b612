import { levelFor } from '#core/manual/standardItems.ts';
import type { SizeBand, Standard } from '#core/manual/edition.ts';
import type { Applicability } from './values.ts';

/** What the agency card speaks for: proposed, never confirmed, by the product. */
export function proposeApplicability(standard: Standard, size: SizeBand, functions: readonly string[]): Extract<Applicability, 'na_size' | 'na_function'> | undefined {
  if (levelFor(standard, size) === 'NA') return 'na_size';
  if (standard.dependsOnFunction !== undefined && !functions.includes(standard.dependsOnFunction)) return 'na_function';
  return undefined;
}
