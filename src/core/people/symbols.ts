/** Crockford's 32: no I, L, O or U, so that nothing read aloud or copied by hand can be taken for something else. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** 5 bits a symbol, the last one filled up with zeros. */
export function symbolsOf(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += SYMBOLS[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (SYMBOLS[(held << (5 - bits)) & 31] ?? '') : text;
}

/** The bytes of `symbolsOf`; nothing where a symbol is none. */
export function bytesOfSymbols(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const symbol of text) {
    const value = SYMBOLS.indexOf(symbol);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** As it is shown, said and written down: `K7QM-2XVD`. */
export function inGroups(symbols: string): string {
  return (symbols.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** What a person typed, as it is compared: capital, without hyphens and spaces, O read as 0, I and L as 1. */
export function plainSymbols(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\p{Pd}_.]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** The first symbol that is none of these. */
export function strangeSymbol(plain: string): string | undefined {
  return Array.from(plain).find((symbol) => !SYMBOLS.includes(symbol));
}
