import { ENGLISH_WORDS, SPANISH_WORDS } from './passphraseWords.ts';

/** Eight words of 256: 64 bits. */
export const WORDS_IN_PASSPHRASE = 8;

/** Fresh words, one for each random byte. */
export function newPassphrase(language: 'es' | 'en', randomBytes: (count: number) => Uint8Array): string {
  const words = language === 'es' ? SPANISH_WORDS : ENGLISH_WORDS;
  return [...randomBytes(WORDS_IN_PASSPHRASE)].map((byte) => words[byte] ?? '').join(' ');
}

/** As it is hashed: however somebody types it, with capitals, accents, line ends or a comma between the words. */
export function normalPassphrase(typed: string): string {
  return typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').join(' ');
}
