import type { Bullet, Chapter, Edition, LocalText, Standard } from '#core/manual/edition.ts';
import { prng, type Prng } from '#test/simulation/prng.ts';
import { prose } from './prose.ts';

export const STANDARDS = 600;
const CHAPTERS = 12;
const TOPICS_PER_CHAPTER = 5;
const STANDARDS_PER_TOPIC = STANDARDS / CHAPTERS / TOPICS_PER_CHAPTER;

/** A manual of 600 standards in two languages, about 0.6 MB of text, the same for the same seed. */
export function benchEdition(seed: number): Edition {
  const random = prng(seed);
  return {
    id: 'bench-2026', revision: 1, program: 'LE', name: { es: 'Manual de medición', en: 'Measuring manual' }, sample: true,
    languages: ['es', 'en'], passRule: { otherPercent: 80 }, sizeBands: {}, words: {}, areas: [], functions: [],
    chapters: times(CHAPTERS, (at) => chapter(random, String(at + 1))),
  };
}

function chapter(random: Prng, number: string): Chapter {
  return {
    id: `c${number}`, number, title: both(random, 30),
    topics: times(TOPICS_PER_CHAPTER, (at) => {
      const topic = `${number}.${at + 1}`;
      return { id: `t${topic}`, number: topic, title: both(random, 30), standards: times(STANDARDS_PER_TOPIC, (index) => standard(random, `${topic}.${index + 1}`)) };
    }),
  };
}

/** A title of about 45 characters and 400 more in each language, in a statement, two to four bullets and a commentary. */
function standard(random: Prng, number: string): Standard {
  return {
    id: number, number, title: both(random, 45), statement: both(random, 150),
    bullets: times(2 + random.below(3), (at) => bullet(random, number, 'abcd'.charAt(at))),
    commentary: both(random, 85), levels: { A: 'M', B: 'M', C: 'M', D: random.chance(0.2) ? 'O' : 'M' }, directiveRequired: random.chance(0.6),
    activities: [], verifyBy: ['document', 'interview', 'observation'], areas: [], interviewRoles: [], related: [], reserved: false,
  };
}

const bullet = (random: Prng, standardNumber: string, label: string): Bullet => ({ id: `${standardNumber}.${label}`, label, text: both(random, 55), bullets: [] });
const both = (random: Prng, chars: number): LocalText => ({ es: prose(random, 'es', chars), en: prose(random, 'en', chars) });
const times = <T>(count: number, make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at));
