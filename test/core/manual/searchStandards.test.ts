import { expect, test } from 'vitest';
import { indexEdition } from '#core/manual/manualIndex.ts';
import { searchStandards } from '#core/manual/searchStandards.ts';
import { aBullet, aChapter, anEdition, aStandard, aTopic } from './manualBuilders.ts';

const search = searchStandards(indexEdition(anEdition([
  aChapter('1', [
    aTopic('1.2', [
      aStandard('1.2.10', { title: { es: 'Código de ética', en: 'Code of ethics' } }),
      aStandard('1.2.9', { title: { es: 'Jurisdicción', en: 'Jurisdiction' }, statement: { es: 'Véase también 1.2.10.' } }),
      aStandard('1.2.1', { title: { es: 'Señalización' }, bullets: [aBullet('a', { bullets: [aBullet('a.1', { text: { en: 'Illuminated exits' } })] })] }),
    ]),
    aTopic('1.20', [aStandard('1.20.1', { title: { es: 'Bodega de indicios', en: 'Evidence room' } })]),
  ]),
  aChapter('11', [aTopic('11.2', [aStandard('11.2.1', { title: { es: 'Patrullaje' } })])]),
])));
const found = (query: string): readonly string[] => search.search(query).map((standard) => standard.id);

test('an exact number comes first, even when others mention it', () => {
  expect(found('1.2.10')[0]).toBe('1.2.10');
  expect(found('1.2.1').slice(0, 2)).toEqual(['1.2.1', '1.2.10']);
});

test('the number of a topic gives its standards in order, and no look-alike before them', () => {
  expect(found('1.2')).toEqual(['1.2.1', '1.2.9', '1.2.10', '1.20.1']);
  expect(found('1.2.').slice(0, 3)).toEqual(['1.2.1', '1.2.9', '1.2.10']);
});

test('a query without accents or capitals finds text with them', () => {
  expect(found('codigo de etica')).toEqual(['1.2.10']);
  expect(found('SENALIZACION')).toEqual(['1.2.1']);
  expect(found('señalización')).toEqual(['1.2.1']);
});

test('both languages are searched, down to the nested bullets', () => {
  expect(found('evidence')).toEqual(['1.20.1']);
  expect(found('illuminated')).toEqual(['1.2.1']);
});

test('half a word and a slip of the finger still find', () => {
  expect(found('jurisd')).toEqual(['1.2.9']);
  expect(found('patrulage')).toEqual(['11.2.1']);
});

test('all words together beat one of them; where none has all, one is enough', () => {
  expect(found('bodega indicios')).toEqual(['1.20.1']);
  expect(found('bodega inexistente')).toEqual(['1.20.1']);
});

test('an empty query and punctuation find nothing and break nothing', () => {
  expect(found('  ')).toEqual([]);
  expect(found('(((')).toEqual([]);
  expect(found('.')).toEqual([]);
});
