import { expect, test } from 'vitest';
import { readPreferences, usePreferences } from '#client/storage/preferences.ts';

test('a person who never chose gets the language of the tablet and locks after 5 minutes', () => {
  expect(readPreferences(undefined, 'en')).toEqual({ language: 'en', manualLanguage: 'en', appearance: 'auto', leftHanded: false, lockAfterMinutes: 5 });
});

test('a damaged or foreign value never breaks the start', () => {
  expect(readPreferences({ language: 'fr', appearance: 7, lockAfterMinutes: 9_000 }, 'es')).toEqual(readPreferences(null, 'es'));
});

test('a choice holds while the page is open even where the browser stores nothing', () => {
  usePreferences.getState().setPreference('manualLanguage', 'both');
  expect(usePreferences.getState().manualLanguage).toBe('both');
});
