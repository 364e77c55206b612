import type { Bullet, Chapter, Edition, Standard, Topic } from '#core/manual/edition.ts';

export const aBullet = (id: string, given: Partial<Bullet> = {}): Bullet => ({ id, label: id, text: { es: `inciso ${id}` }, bullets: [], ...given });

export const aStandard = (number: string, given: Partial<Standard> = {}): Standard => ({
  id: number,
  number,
  title: { es: `Estándar ${number}` },
  statement: {},
  bullets: [],
  commentary: {},
  directiveRequired: false,
  activities: [],
  verifyBy: [],
  areas: [],
  interviewRoles: [],
  related: [],
  reserved: false,
  ...given,
});

export const aTopic = (number: string, standards: readonly Standard[]): Topic => ({ id: `T${number}`, number, title: { es: `Tema ${number}` }, standards });

export const aChapter = (number: string, topics: readonly Topic[]): Chapter => ({ id: `C${number}`, number, title: { es: `Capítulo ${number}` }, topics });

export const anEdition = (chapters: readonly Chapter[], given: Partial<Edition> = {}): Edition => ({
  id: 'prueba-2026',
  revision: 1,
  program: 'LE',
  name: { es: 'Manual de prueba' },
  sample: true,
  languages: ['es'],
  passRule: { otherPercent: 80 },
  sizeBands: {},
  words: {},
  areas: [],
  functions: [],
  chapters,
  ...given,
});

/** An edition of one topic with these standards. */
export const anEditionOf = (...standards: readonly Standard[]): Edition => anEdition([aChapter('1', [aTopic('1.1', standards)])]);
