import type { Bullet, Chapter, Edition, LocalText, Standard, Topic } from './edition.ts';
import { editionLanguages } from './editionLanguages.ts';
import type { ManualFileReading } from './readManual.ts';
import { NODE_KINDS, type Problem } from './manualReading.ts';
import { newProblemList } from './problemList.ts';

export type NamedReading = { readonly name: string; readonly reading: ManualFileReading };

/**
 * One edition from two files, one per language. The first gives the structure, ids and facts; the second its texts, paired by
 * printed number inside the same parent (bullets without a number: by position). A row of the second that has no partner is an
 * error with its file and row; one of the first is a warning, since a missing translation falls back.
 */
export function uniteLanguages(first: NamedReading, second: NamedReading): ManualFileReading {
  const problems = [...named(first), ...named(second)];
  const [a, b] = [first.reading.edition, second.reading.edition];
  const counts = { ...first.reading.counts };
  for (const kind of NODE_KINDS) counts[kind] = Math.max(counts[kind], second.reading.counts[kind]);
  const { edition: _edition, ...rest } = first.reading;
  const languages = [...new Set([...first.reading.languages, ...second.reading.languages])];
  if (a === undefined || b === undefined) return { ...rest, counts, languages, problems };

  const pairing = newPairing(first, second);
  const chapters = pairing.all(a.chapters, b.chapters, ({ number }) => number, chapterOf);
  const found = [...problems, ...pairing.problems()];
  const hasErrors = found.some(({ severity }) => severity === 'error');
  const united: Edition = { ...a, name: both(a.name, b.name), chapters, areas: a.areas.length > 0 ? a.areas : b.areas, functions: a.functions.length > 0 ? a.functions : b.functions, languages: editionLanguages(chapters) };
  return { ...rest, counts, languages: united.languages, problems: found, ...(hasErrors ? {} : { edition: united }) };

  function chapterOf(one: Chapter, other: Chapter): Chapter {
    return { ...one, title: both(one.title, other.title), topics: pairing.all(one.topics, other.topics, ({ number }) => number, topicOf) };
  }
  function topicOf(one: Topic, other: Topic): Topic {
    const above = one.above?.map((group, i) => ({ ...group, title: both(group.title, other.above?.[i]?.title ?? {}) }));
    return { ...one, title: both(one.title, other.title), ...(above === undefined ? {} : { above }), standards: pairing.all(one.standards, other.standards, ({ number }) => number, standardOf) };
  }
  function standardOf(one: Standard, other: Standard): Standard {
    return {
      ...one, title: both(one.title, other.title), statement: both(one.statement, other.statement), commentary: both(one.commentary, other.commentary),
      bullets: pairing.all(one.bullets, other.bullets, ({ label }) => label, bulletOf),
    };
  }
  function bulletOf(one: Bullet, other: Bullet): Bullet {
    return { ...one, text: both(one.text, other.text), bullets: pairing.all(one.bullets, other.bullets, ({ label }) => label, bulletOf) };
  }
}

const named = ({ name, reading }: NamedReading): readonly Problem[] => reading.problems.map((problem) => ({ ...problem, file: name }));

const both = (a: LocalText, b: LocalText): LocalText => ({ ...b, ...a });

type Paired = { readonly id: string };

function newPairing(first: NamedReading, second: NamedReading) {
  const problems = newProblemList();
  const files = new Map<Problem['code'], string>([['no-partner', second.name], ['no-translation', first.name]]);
  const rowOf = ({ reading }: NamedReading, { id }: Paired): number => reading.rows?.get(id) ?? 0;
  return {
    all<T extends Paired>(ones: readonly T[], others: readonly T[], numberOf: (item: T) => string, unite: (one: T, other: T) => T): readonly T[] {
      const free = new Set(others);
      const united = ones.map((one, i) => {
        const number = numberOf(one);
        const other = number === '' ? others[i] : [...free].find((candidate) => numberOf(candidate) === number);
        if (other === undefined || !free.delete(other)) {
          problems.warning('no-translation', rowOf(first, one), 'number', `"${number || one.id}" is not in ${second.name}; its text stays in one language.`, { id: number || one.id, other: second.name });
          return one;
        }
        return unite(one, other);
      });
      for (const left of free) {
        problems.error('no-partner', rowOf(second, left), 'number', `"${numberOf(left) || left.id}" is not in ${first.name}: both files must have the same numbers.`, { id: numberOf(left) || left.id, other: first.name });
      }
      return united;
    },
    problems: (): readonly Problem[] => problems.all().map((problem) => ({ ...problem, file: files.get(problem.code) ?? first.name })),
  };
}
