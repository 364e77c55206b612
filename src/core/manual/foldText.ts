/** Text as it is compared in searches: no accents, no case. `Código` and `codigo` are one; so are `año` and `ano`. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
