import fc from 'fast-check';
import { FREQUENCIES, type Bullet, type Edition, type LocalText, type Standard } from '#core/manual/edition.ts';
import { editionLanguages } from '#core/manual/editionLanguages.ts';

/** Any edition that a reader could have made, in zero to two languages, with hostile texts and prototype-like ids. */
export const editionArbitrary: fc.Arbitrary<Edition> = fc
  .array(fc.array(fc.array(fc.array(bulletShape(), { maxLength: 3 }), { maxLength: 3 }), { maxLength: 2 }), { maxLength: 3 })
  .chain((shape) => fc.infiniteStream(localText()).map((texts) => build(shape, texts)));

type BulletShape = { readonly own: boolean; readonly children: readonly BulletShape[] };

function bulletShape(levelsBelow = 2): fc.Arbitrary<BulletShape> {
  const children = levelsBelow === 0 ? fc.constant([]) : fc.array(bulletShape(levelsBelow - 1), { maxLength: 2 });
  return fc.record({ own: fc.boolean(), children });
}

function localText(): fc.Arbitrary<LocalText> {
  return fc.record({ es: fc.string({ unit: 'grapheme' }), en: fc.string({ unit: 'grapheme' }) }, { requiredKeys: [] });
}

function build(shape: readonly (readonly (readonly (readonly BulletShape[])[])[])[], texts: Iterator<LocalText>): Edition {
  let ids = 0;
  const newId = (): string => ['__proto__', 'constructor'][ids++] ?? `n${ids}`;
  const text = (): LocalText => texts.next().value ?? {};
  const bullet = ({ own, children }: BulletShape): Bullet => ({
    id: newId(), label: `${ids}`, text: text(), ...(own ? { ownRequirement: true } : {}), bullets: children.map(bullet),
  });
  const standard = (bullets: readonly BulletShape[], position: number): Standard => ({
    id: newId(), number: `1.${position}`, title: text(), statement: text(), bullets: bullets.map(bullet), commentary: text(),
    ...(position % 2 === 0 ? { tier: '1', levels: { A: 'M', B: 'M', C: 'O', D: 'NA' }, dependsOnFunction: 'f' } : {}),
    directiveRequired: position % 2 === 1, activities: [{ text: text(), frequency: FREQUENCIES[position] ?? 'annual' }],
    verifyBy: ['document'], areas: ['a'], interviewRoles: ['officer'], related: ['COM 2.1.3'], reserved: false,
  });
  const chapters = shape.map((topics, c) => ({
    id: newId(), number: `${c + 1}`, title: text(),
    topics: topics.map((standards, t) => ({ id: newId(), number: `${c + 1}.${t + 1}`, title: text(), standards: standards.map(standard) })),
  }));
  return {
    id: 'e', revision: 2, program: 'COM', name: { en: 'Any' }, sample: false, languages: editionLanguages(chapters), passRule: { otherPercent: 80 },
    sizeBands: { A: { en: 'small' } }, words: { standard: { es: 'norma' } },
    areas: [{ id: 'a', label: { en: 'Front desk' } }], functions: [{ id: 'f', label: { en: 'Traffic' } }], chapters,
  };
}
