import type { FieldValues } from '#core/op/op.ts';
import { GAP_REASONS, type GapReason } from '#core/rating/values.ts';
import type { Preview } from './publication.ts';
import { FINDING_KINDS, PRIORITIES, type FindingKind, type Priority } from './values.ts';

/** A preview ready to be shown. Read from the preview alone: what is not in it cannot be on the screen. */
export type PreviewWords = {
  readonly code: string;
  readonly standard: string;
  readonly bullets: readonly string[];
  readonly kind: FindingKind | undefined;
  readonly reasons: readonly GapReason[];
  readonly statement: string;
  readonly statementLanguage: 'es' | 'en' | undefined;
  readonly proofWanted: string;
  readonly proofWantedLanguage: 'es' | 'en' | undefined;
  readonly priority: Priority | undefined;
  readonly dueDate: string | undefined;
  readonly photos: readonly { readonly id: string; readonly workingFile: string; readonly thumbFile: string; readonly takenAt: string }[];
};

export function previewWords({ finding, photos }: Preview): PreviewWords {
  const text = (field: string): string => textOf(finding, field);
  const reasons = membersOf(finding, 'reason.');
  return {
    code: text('code'),
    standard: text('standard'),
    bullets: membersOf(finding, 'bullet.'),
    kind: FINDING_KINDS.find((kind) => kind === text('kind')),
    reasons: GAP_REASONS.filter((reason) => reasons.includes(reason)),
    statement: text('statement'),
    statementLanguage: languageOf(text('statementLang')),
    proofWanted: text('proofWanted'),
    proofWantedLanguage: languageOf(text('proofWantedLang')),
    priority: PRIORITIES.find((priority) => priority === text('priority')),
    dueDate: text('dueDate') || undefined,
    photos: photos.map(({ id, set }) => ({ id, workingFile: textOf(set, 'workingFile'), thumbFile: textOf(set, 'thumbFile'), takenAt: textOf(set, 'takenAt') })),
  };
}

function textOf(values: FieldValues, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

function languageOf(text: string): 'es' | 'en' | undefined {
  return text === 'es' || text === 'en' ? text : undefined;
}

function membersOf(values: FieldValues, prefix: string): readonly string[] {
  return Object.keys(values).filter((field) => field.startsWith(prefix) && values[field] === true).map((field) => field.slice(prefix.length));
}
