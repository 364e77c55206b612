import type { Chapter, Edition } from '#core/manual/edition.ts';

const chapter = (n: number): Chapter => ({
  id: `c${n}`, number: String(n), title: { es: `Capítulo ${n}` },
  topics: [{
    id: `t${n}`, number: `${n}.1`, title: { es: 'Tema' },
    standards: [{
      id: `s${n}`, number: `${n}.1.1`, title: { es: 'Estándar' }, statement: { es: `TEXTO-${n}`, en: `TEXT-${n}` }, bullets: [], commentary: {},
      directiveRequired: false, activities: [], verifyBy: [], areas: [], interviewRoles: [], related: [], reserved: false,
    }],
  }],
});

/** Three chapters of one standard each: `c1` with `s1`, `c2` with `s2`, `c3` with `s3`. */
export const smallEdition = (more: Partial<Edition> = {}): Edition => ({
  id: 'le-1', revision: 1, program: 'LE', name: { es: 'Manual de prueba' }, sample: true, languages: ['es', 'en'], passRule: { otherPercent: 80 },
  sizeBands: {}, words: {}, areas: [], functions: [], chapters: [1, 2, 3].map(chapter), ...more,
});
