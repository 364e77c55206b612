/** The languages a manual's text can be in. */
export type ManualLanguage = 'es' | 'en';

/** One text in the languages that it has; a missing one falls back to the other, marked (see `textIn`). */
export type LocalText = { readonly es?: string; readonly en?: string };

export type Program = 'LE' | 'COM' | 'ACA';
export const PROGRAMS = ['LE', 'COM', 'ACA'] as const satisfies readonly Program[];

/** Agency size bands, smallest to largest, as the edition defines them. */
export type SizeBand = 'A' | 'B' | 'C' | 'D';
export const SIZE_BANDS = ['A', 'B', 'C', 'D'] as const satisfies readonly SizeBand[];

/** M mandatory · O other than mandatory · NA does not apply to agencies of that size. */
export type Level = 'M' | 'O' | 'NA';

export type VerifyMethod = 'document' | 'interview' | 'observation';

export const FREQUENCIES = [
  'per_incident', 'daily', 'weekly', 'monthly', 'quarterly', 'semiannual', 'annual',
  'every_two_years', 'every_three_years', 'every_four_years', 'on_change', 'before_on_site',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type PeriodicActivity = { readonly text: LocalText; readonly frequency: Frequency };

/** A lettered bullet. Only leaves are rated, unless the edition marks a parent as a requirement of its own. */
export type Bullet = {
  /** Unique in the edition and fixed for ever: ratings are keyed by it. */
  readonly id: string;
  /** As printed: `a`, `(1)`, `a.1`. Never parsed into a number. */
  readonly label: string;
  readonly text: LocalText;
  readonly ownRequirement?: boolean;
  readonly bullets: readonly Bullet[];
};

export type Standard = {
  readonly id: string;
  /** As printed, kept as text: 1.10 is not 1.1. */
  readonly number: string;
  readonly title: LocalText;
  /** The binding statement; item 0 where it has text. */
  readonly statement: LocalText;
  readonly bullets: readonly Bullet[];
  /** Explains, does not bind. */
  readonly commentary: LocalText;
  readonly tier?: string;
  /** Absent: the edition has no levels and all standards are mandatory for everybody. */
  readonly levels?: Readonly<Record<SizeBand, Level>>;
  readonly directiveRequired: boolean;
  readonly activities: readonly PeriodicActivity[];
  readonly verifyBy: readonly VerifyMethod[];
  /** Ids of the edition's `areas`. */
  readonly areas: readonly string[];
  /** Role categories to interview (`RoleCategory` values where known). */
  readonly interviewRoles: readonly string[];
  /** Id in the edition's `functions` of the function it depends on; an agency without it: proposed `na_function`. */
  readonly dependsOnFunction?: string;
  /** Standards of other programs, as printed there: `COM 2.1.3`. */
  readonly related: readonly string[];
  /** Kept and shown, never rated. */
  readonly reserved: boolean;
};

/** A heading between a chapter and a topic, in manuals that have more levels than these two. */
export type TopicGroup = { readonly id: string; readonly number: string; readonly title: LocalText };

export type Topic = {
  readonly id: string;
  readonly number: string;
  readonly title: LocalText;
  readonly standards: readonly Standard[];
  /** The headings between the chapter and this topic, outermost first; absent: none. */
  readonly above?: readonly TopicGroup[];
  /** Made by a reader for standards that stand directly under their chapter; number and title repeat the chapter's. */
  readonly implicit?: boolean;
};

export type Chapter = { readonly id: string; readonly number: string; readonly title: LocalText; readonly topics: readonly Topic[] };

/** A vocabulary entry that the edition defines: an area of the facility, a function of the agency. */
export type EditionTerm = { readonly id: string; readonly label: LocalText };

export type PassRule = {
  /** Percentage of applicable other-than-mandatory standards to comply with, 0–100. All mandatory ones always. */
  readonly otherPercent: number;
};

/** What is known of an edition without its chapters' text. */
export type EditionHead = {
  readonly id: string;
  /** Editorial revision, from 1. */
  readonly revision: number;
  readonly program: Program;
  readonly name: LocalText;
  /** A sample that we wrote ourselves, not an accreditor's manual. */
  readonly sample: boolean;
  /** The languages that at least one text is in. */
  readonly languages: readonly ManualLanguage[];
  readonly passRule: PassRule;
  readonly sizeBands: Readonly<Partial<Record<SizeBand, LocalText>>>;
  /** The edition's own words; absent: the product's defaults (estándar, agencia). */
  readonly words: { readonly standard?: LocalText; readonly agency?: LocalText };
  readonly areas: readonly EditionTerm[];
  readonly functions: readonly EditionTerm[];
};

export type Edition = EditionHead & { readonly chapters: readonly Chapter[] };
