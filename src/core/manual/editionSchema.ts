import * as v from 'valibot';
import type { Bullet, Chapter, Edition, EditionHead, LocalText } from './edition.ts';
import { FREQUENCIES, PROGRAMS } from './edition.ts';
import { MANUAL_LANGUAGES } from './localText.ts';

/**
 * The shape of manuals that come from outside: an imported file, a stored or sent edition. What has a sensible
 * nothing may be left out. Unknown keys are let through here, so that an old build reads a newer edition; the import
 * reports them (`lostKeys`).
 */
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const localTextSchema: v.GenericSchema<unknown, LocalText> = v.object({
  es: v.exactOptional(v.string()),
  en: v.exactOptional(v.string()),
});
const optionalText = v.optional(localTextSchema, {});

const levelSchema = v.picklist(['M', 'O', 'NA']);

const bulletSchema: v.GenericSchema<unknown, Bullet> = v.object({
  id: name,
  label: v.optional(v.string(), ''),
  text: optionalText,
  ownRequirement: v.exactOptional(v.boolean()),
  bullets: v.optional(v.array(v.lazy(() => bulletSchema)), []),
});

const standardSchema = v.object({
  id: name,
  number: v.string(),
  title: optionalText,
  statement: optionalText,
  bullets: v.optional(v.array(bulletSchema), []),
  commentary: optionalText,
  tier: v.exactOptional(v.string()),
  levels: v.exactOptional(v.object({ A: levelSchema, B: levelSchema, C: levelSchema, D: levelSchema })),
  directiveRequired: v.optional(v.boolean(), false),
  activities: v.optional(v.array(v.object({ text: localTextSchema, frequency: v.picklist(FREQUENCIES) })), []),
  verifyBy: v.optional(v.array(v.picklist(['document', 'interview', 'observation'])), []),
  areas: v.optional(v.array(name), []),
  interviewRoles: v.optional(v.array(name), []),
  dependsOnFunction: v.exactOptional(name),
  related: v.optional(v.array(v.string()), []),
  reserved: v.optional(v.boolean(), false),
});

const topicSchema = v.object({
  id: name,
  number: v.string(),
  title: optionalText,
  above: v.exactOptional(v.array(v.object({ id: name, number: v.string(), title: optionalText }))),
  standards: v.optional(v.array(standardSchema), []),
  implicit: v.exactOptional(v.boolean()),
});

export const chapterSchema: v.GenericSchema<unknown, Chapter> = v.object({
  id: name,
  number: v.string(),
  title: optionalText,
  topics: v.optional(v.array(topicSchema), []),
});

const termsSchema = v.optional(v.array(v.object({ id: name, label: localTextSchema })), []);

const headEntries = {
  /** A part of the keys of ratings (`<edition>/<standard>`) and of addresses: no slash, no space. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dots, hyphens and underscores, up to 64')),
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  program: v.picklist(PROGRAMS),
  name: localTextSchema,
  sample: v.optional(v.boolean(), false),
  languages: v.optional(v.array(v.picklist(MANUAL_LANGUAGES)), []),
  passRule: v.optional(v.object({ otherPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) }), { otherPercent: 80 }),
  sizeBands: v.optional(
    v.object({
      A: v.exactOptional(localTextSchema),
      B: v.exactOptional(localTextSchema),
      C: v.exactOptional(localTextSchema),
      D: v.exactOptional(localTextSchema),
    }),
    {},
  ),
  words: v.optional(v.object({ standard: v.exactOptional(localTextSchema), agency: v.exactOptional(localTextSchema) }), {}),
  areas: termsSchema,
  functions: termsSchema,
};

export const editionHeadSchema: v.GenericSchema<unknown, EditionHead> = v.object(headEntries);

export const editionSchema: v.GenericSchema<unknown, Edition> = v.object({ ...headEntries, chapters: v.array(chapterSchema) });

/** Whether a text can be the id of an edition. */
export const isEditionId = (text: string): boolean => v.is(headEntries.id, text);
