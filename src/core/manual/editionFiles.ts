import * as v from 'valibot';
import { canonicalJson } from '#core/json.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Chapter, Edition, EditionHead, LocalText, ManualLanguage } from './edition.ts';
import { editionLanguages } from './editionLanguages.ts';
import { chapterSchema, editionHeadSchema, localTextSchema } from './editionSchema.ts';
import { MANUAL_LANGUAGES } from './localText.ts';
import { localTextsOf, mapLocalTexts } from './mapLocalTexts.ts';

export type ChapterTitle = Pick<Chapter, 'id' | 'number' | 'title'>;

/** What a tablet may know of an edition before it has any chapter: all its chapters' names, none of their text. */
export type EditionFilesHead = EditionHead & { readonly chapters: readonly ChapterTitle[] };

/** One chapter in one language, as stored and sent. `json` is canonical: the same chapter gives the same bytes everywhere. */
export type EditionFile = { readonly chapterId: string; readonly language: ManualLanguage; readonly json: string };

export type EditionFileError =
  | { readonly type: 'not-an-edition-file'; readonly chapterId: string; readonly detail: string }
  | { readonly type: 'other-edition'; readonly chapterId: string }
  | { readonly type: 'unknown-chapter'; readonly chapterId: string }
  /** Two languages of one chapter differ in more than their texts. */
  | { readonly type: 'structures-differ'; readonly chapterId: string };

const FORMAT = 'cotejo-chapter-1';

/** Cuts an edition into its head and one file per chapter and language; each file holds the whole structure of its chapter. */
export function toEditionFiles(edition: Edition): { readonly head: EditionFilesHead; readonly files: readonly EditionFile[] } {
  const { chapters, ...head } = edition;
  const written = new Set<ManualLanguage>([...edition.languages, ...editionLanguages(chapters)]);
  const languages = MANUAL_LANGUAGES.filter((language) => written.size === 0 || written.has(language));
  return {
    head: { ...head, chapters: chapters.map(({ id, number, title }) => ({ id, number, title })) },
    files: chapters.flatMap((chapter) =>
      languages.map((language) => ({
        chapterId: chapter.id,
        language,
        json: canonicalJson({
          format: FORMAT,
          edition: edition.id,
          revision: edition.revision,
          language,
          chapter: mapLocalTexts(chapter, (text) => onlyIn(text, language)),
        }),
      })),
    ),
  };
}

/**
 * The edition that some of its files make: any subset of chapters (the others are absent, in the order of the head) and
 * of languages (those of one chapter are united). All files together give back the edition that they were cut from.
 */
export function fromEditionFiles(head: EditionFilesHead, files: readonly EditionFile[]): Result<Edition, EditionFileError> {
  const read = new Map<string, Chapter>();
  for (const file of files) {
    const chapter = readFile(head, file);
    if (!chapter.ok) return chapter;
    const known = read.get(file.chapterId);
    const united = known === undefined ? chapter.value : unite(known, chapter.value);
    if (united === undefined) return err({ type: 'structures-differ', chapterId: file.chapterId });
    read.set(file.chapterId, united);
  }
  return ok({ ...head, chapters: head.chapters.flatMap(({ id }) => read.get(id) ?? []) });
}

/** Reads a head that was stored or sent as JSON; nothing where it is not one. */
export function readEditionFilesHead(value: unknown): EditionFilesHead | undefined {
  const schema = v.intersect([editionHeadSchema, v.object({ chapters: v.array(chapterTitleSchema) })]);
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

const chapterTitleSchema: v.GenericSchema<unknown, ChapterTitle> = v.object({ id: v.string(), number: v.string(), title: localTextSchema });

const fileSchema = v.object({
  format: v.literal(FORMAT),
  edition: v.string(),
  revision: v.number(),
  language: v.picklist(MANUAL_LANGUAGES),
  chapter: chapterSchema,
});

function readFile(head: EditionFilesHead, { chapterId, json }: EditionFile): Result<Chapter, EditionFileError> {
  if (!head.chapters.some(({ id }) => id === chapterId)) return err({ type: 'unknown-chapter', chapterId });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), json);
  if (!parsed.success) return err({ type: 'not-an-edition-file', chapterId, detail: parsed.issues[0].message });
  const { edition, revision, chapter } = parsed.output;
  if (edition !== head.id || revision !== head.revision || chapter.id !== chapterId) return err({ type: 'other-edition', chapterId });
  return ok(chapter);
}

function onlyIn(text: LocalText, language: ManualLanguage): LocalText {
  const own = text[language];
  return own === undefined ? {} : { [language]: own };
}

function unite(a: Chapter, b: Chapter): Chapter | undefined {
  if (structureOf(a) !== structureOf(b)) return undefined;
  const others = localTextsOf(b);
  let next = 0;
  return mapLocalTexts(a, (text) => ({ ...text, ...others[next++] }));
}

/** Both sides come out of `chapterSchema`, which fixes the order of keys: plain JSON tells them apart, at a tenth of the time. */
function structureOf(chapter: Chapter): string {
  return JSON.stringify(mapLocalTexts(chapter, () => ({})));
}
