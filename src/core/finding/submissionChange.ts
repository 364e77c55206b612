import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';

export type SubmissionWords = { readonly note: string; readonly noteLanguage: 'es' | 'en'; readonly photos: readonly string[] };

/** Sends a finding for verification: one append-only record that names the chosen proof photos. */
export function submissionChange(agencyScope: ScopeId, findingId: string, words: SubmissionWords): Change {
  const note = words.note.trim();
  return {
    scope: agencyScope,
    entity: 'submission',
    entityId: null,
    set: {
      finding: findingId,
      ...(note === '' ? {} : { note, noteLang: words.noteLanguage }),
      ...Object.fromEntries(words.photos.map((id) => [`photo.${id}`, true])),
    },
  };
}
