import { create } from 'zustand';
import type { ManualLanguage } from '#core/manual/edition.ts';

export type Language = ManualLanguage;
export const LANGUAGES = ['es', 'en'] as const satisfies readonly Language[];
export const MANUAL_LANGUAGE_CHOICES = ['es', 'en', 'both'] as const;
export const APPEARANCES = ['auto', 'light', 'dark', 'sun'] as const;
export const LOCK_MINUTES = [1, 2, 5, 10, 15, 30] as const;

/** How this tablet shows things. No content: it may be read before anybody has unlocked. */
export type Preferences = {
  /** Of the interface. */
  readonly language: Language;
  readonly manualLanguage: (typeof MANUAL_LANGUAGE_CHOICES)[number];
  readonly appearance: (typeof APPEARANCES)[number];
  readonly leftHanded: boolean;
  /** Idle minutes until the tablet locks itself, 1–30. */
  readonly lockAfterMinutes: number;
  /** Large files wait for Wi-Fi. `undefined`: nobody chose. */
  readonly largeFilesOnWifi: boolean | undefined;
};

export type PreferencesStore = Preferences & {
  readonly setPreference: <Key extends keyof Preferences>(key: Key, value: Preferences[Key]) => void;
};

const KEY = 'cotejo-preferences';

/** Kept in localStorage; where the browser blocks that, for as long as the page is open. */
export const usePreferences = create<PreferencesStore>((set, get) => ({
  ...readPreferences(readStored(), firstLanguage()),
  setPreference: (key, value) => {
    set({ [key]: value });
    const { language, manualLanguage, appearance, leftHanded, lockAfterMinutes, largeFilesOnWifi } = get();
    store({ language, manualLanguage, appearance, leftHanded, lockAfterMinutes, largeFilesOnWifi });
  },
}));

/** What was stored, as far as it is still valid; the rest as on the first day. */
export function readPreferences(stored: unknown, language: Language): Preferences {
  const found: Readonly<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const chosen = oneOf(LANGUAGES, found['language']) ?? language;
  const minutes = found['lockAfterMinutes'];
  return {
    language: chosen,
    manualLanguage: oneOf(MANUAL_LANGUAGE_CHOICES, found['manualLanguage']) ?? chosen,
    appearance: oneOf(APPEARANCES, found['appearance']) ?? 'auto',
    leftHanded: found['leftHanded'] === true,
    lockAfterMinutes: typeof minutes === 'number' && minutes >= 1 && minutes <= 30 ? minutes : 5,
    largeFilesOnWifi: typeof found['largeFilesOnWifi'] === 'boolean' ? found['largeFilesOnWifi'] : undefined,
  };
}

function oneOf<Value>(values: readonly Value[], candidate: unknown): Value | undefined {
  return values.find((value) => value === candidate);
}

function firstLanguage(): Language {
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('en') ? 'en' : 'es';
}

function readStored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    return undefined;
  }
}

/** False where the browser keeps nothing (private window, blocked storage). */
function store(preferences: Preferences): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
    return true;
  } catch {
    return false;
  }
}
