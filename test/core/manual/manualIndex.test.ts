import { expect, test } from 'vitest';
import { indexEdition, nextStandard, previousStandard, standardById } from '#core/manual/manualIndex.ts';
import { aBullet, aChapter, anEdition, aStandard, aTopic } from './manualBuilders.ts';

const index = indexEdition(anEdition([
  aChapter('10', [aTopic('10.1', [aStandard('10.1.1')])]),
  aChapter('2', [aTopic('2.10', [aStandard('2.10.1')]), aTopic('2.9', [aStandard('2.9.10'), aStandard('2.9.9', { bullets: [aBullet('x', { bullets: [aBullet('x.1')] })] })])]),
  aChapter('3', [aTopic('3.1', [aStandard('__proto__'), aStandard('constructor')])]),
]));

test('standards follow each other as printed, across topics and chapters', () => {
  expect(index.standards.map((standard) => standard.id)).toEqual(['2.9.9', '2.9.10', '2.10.1', '__proto__', 'constructor', '10.1.1']);
  expect(nextStandard(index, '2.9.10')?.id).toBe('2.10.1');
  expect(previousStandard(index, '2.10.1')?.id).toBe('2.9.10');
});

test('nothing comes before the first standard and after the last', () => {
  expect(previousStandard(index, '2.9.9')).toBeUndefined();
  expect(nextStandard(index, '10.1.1')).toBeUndefined();
});

test('a standard knows its topic and chapter, a bullet its standard', () => {
  const place = index.placeById.get('2.9.10');
  expect([place?.topic.number, place?.chapter.number, place?.position]).toEqual(['2.9', '2', 1]);
  expect(index.bulletById.get('x.1')?.standard.id).toBe('2.9.9');
});

test('a standard called __proto__ is found, and one that does not exist is not', () => {
  expect(standardById(index, '__proto__')?.number).toBe('__proto__');
  expect(standardById(index, 'toString')).toBeUndefined();
  expect(nextStandard(index, 'toString')).toBeUndefined();
});
