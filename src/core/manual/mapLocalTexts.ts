import type { Bullet, Chapter, LocalText, Standard, Topic } from './edition.ts';

/** A chapter with each of its texts replaced; the structure stays. */
export function mapLocalTexts(chapter: Chapter, change: (text: LocalText) => LocalText): Chapter {
  const bullet = (one: Bullet): Bullet => ({ ...one, text: change(one.text), bullets: one.bullets.map(bullet) });
  const standard = (one: Standard): Standard => ({
    ...one,
    title: change(one.title),
    statement: change(one.statement),
    bullets: one.bullets.map(bullet),
    commentary: change(one.commentary),
    activities: one.activities.map((activity) => ({ ...activity, text: change(activity.text) })),
  });
  const topic = (one: Topic): Topic => ({
    ...one, title: change(one.title), ...(one.above === undefined ? {} : { above: one.above.map((group) => ({ ...group, title: change(group.title) })) }),
    standards: one.standards.map(standard),
  });
  return { ...chapter, title: change(chapter.title), topics: chapter.topics.map(topic) };
}

/** Every text of a chapter, in a fixed order that depends on its structure only. */
export function localTextsOf(chapter: Chapter): readonly LocalText[] {
  const texts: LocalText[] = [];
  mapLocalTexts(chapter, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
