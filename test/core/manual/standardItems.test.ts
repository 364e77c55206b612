import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelFor, standardItems, walkBullets } from '#core/manual/standardItems.ts';
import { editionArbitrary } from './editionArbitrary.ts';
import { aBullet, aStandard } from './manualBuilders.ts';

const fieldsOf = (standard: Parameters<typeof standardItems>[0]): readonly string[] => standardItems(standard).map((item) => item.field);

test('a statement with bullets is rated too, as the first item', () => {
  const standard = aStandard('1.1.1', { statement: { en: 'The agency shall:' }, bullets: [aBullet('1.1.1.a'), aBullet('1.1.1.b')] });
  expect(fieldsOf(standard)).toEqual(['bullet.0', 'bullet.1.1.1.a', 'bullet.1.1.1.b']);
});

test('the written directive comes between the statement and the bullets', () => {
  const standard = aStandard('1.1.1', { directiveRequired: true, statement: { es: 'La agencia:' }, bullets: [aBullet('a')] });
  expect(standardItems(standard).map((item) => item.kind)).toEqual(['statement', 'directive', 'bullet']);
});

test('only leaves are rated, and parents that are a requirement of their own', () => {
  const standard = aStandard('1.1.1', {
    bullets: [aBullet('a', { bullets: [aBullet('a.1'), aBullet('a.2')] }), aBullet('b', { ownRequirement: true, bullets: [aBullet('b.1')] })],
  });
  expect(fieldsOf(standard)).toEqual(['bullet.a.1', 'bullet.a.2', 'bullet.b', 'bullet.b.1']);
  expect(walkBullets(standard).map(({ bullet, depth }) => [bullet.id, depth])).toEqual([['a', 0], ['a.1', 1], ['a.2', 1], ['b', 0], ['b.1', 1]]);
});

test('a reserved standard is never rated', () => {
  expect(standardItems(aStandard('1.1.1', { reserved: true, directiveRequired: true, statement: { es: 'x' } }))).toEqual([]);
});

test('a standard with nothing to read is never rated, not even its directive', () => {
  expect(standardItems(aStandard('1.1.1', { directiveRequired: true, statement: { es: '  ' } }))).toEqual([]);
});

test('a manual without levels is mandatory for agencies of every size', () => {
  expect(levelFor(aStandard('1.1.1'), 'A')).toBe('M');
  expect(levelFor(aStandard('1.1.1', { levels: { A: 'NA', B: 'O', C: 'M', D: 'M' } }), 'A')).toBe('NA');
});

test('no two items of a standard share a field', () => {
  fc.assert(fc.property(editionArbitrary, (edition) => {
    for (const standard of edition.chapters.flatMap((chapter) => chapter.topics.flatMap((topic) => topic.standards))) {
      const fields = fieldsOf(standard);
      expect(new Set(fields).size).toBe(fields.length);
    }
  }));
});
