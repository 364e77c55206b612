import type { Edition, ManualLanguage } from './edition.ts';

/** What a row or an object of a manual's file is. A section is what the product calls a topic. */
export const NODE_KINDS = ['chapter', 'section', 'standard', 'bullet'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Stable: screens translate by it. `message` is the same in English, for the command line. */
export type ProblemCode =
  | 'not-found' | 'too-large' | 'too-hard' | 'not-text' | 'html' | 'empty' | 'encoding' | 'nul-byte'
  | 'duplicate-header' | 'missing-column' | 'ignored-column' | 'ragged-row' | 'unclosed-quote' | 'stray-quote' | 'long-cell' | 'garbled-text'
  | 'no-partner' | 'no-translation' | 'not-json' | 'not-yaml' | 'no-numbering' | 'archive' | 'no-sheets' | 'number-cell' | 'wrong-format' | 'wrong-shape' | 'unknown-key'
  | 'unknown-kind' | 'missing-id' | 'bad-id' | 'repeated-id' | 'lookalike-id'
  | 'missing-parent' | 'ambiguous-parent' | 'unknown-value' | 'orphan-parent' | 'self-parent' | 'cycle' | 'wrong-parent-kind' | 'too-deep'
  | 'unknown-area' | 'unknown-function' | 'text-not-kept' | 'no-standards' | 'edition-id' | 'more-problems';

export type Problem<Code extends string = ProblemCode> = {
  /** The name of the file, where several were read. */
  readonly file?: string;
  /** One error refuses the whole file: nothing is half imported. */
  readonly severity: 'error' | 'warning';
  /** From 1, the header; the row of a spreadsheet, or the line of a JSON file. 0: not known. */
  readonly row: number;
  /** The name of the column; in JSON a pointer (RFC 6901). Empty: the whole row or file. */
  readonly column: string;
  readonly code: Code;
  readonly message: string;
  /** What the message names, for the same sentence in another language. */
  readonly values: Readonly<Record<string, string | number>>;
};

export type ManualReading = {
  readonly counts: Readonly<Record<NodeKind, number>>;
  /** `und`: the file does not say, and nobody has told. */
  readonly languages: readonly (ManualLanguage | 'und')[];
  /** Absent after an error, and where a table was read without being told what edition it is. */
  readonly edition?: Edition;
  /** Rows of the file by id, where it has rows: for problems that are found later. */
  readonly rows?: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
};

export const NO_COUNTS: Readonly<Record<NodeKind, number>> = { chapter: 0, section: 0, standard: 0, bullet: 0 };

/** A file that cannot be read at all. */
export const unreadable = (problem: Problem): ManualReading => ({ counts: NO_COUNTS, languages: [], problems: [problem] });

/** Nesting of lettered bullets that a manual may have; no real one passes five. */
export const MAX_BULLET_LEVELS = 12;
