/** A checklist, guide or questionnaire of the installation. Revisions stay: answers are kept under the one they were given to. */
export type StoredForm = {
  readonly id: string;
  readonly revision: number;
  /** JSON of a `Form`. */
  readonly form: string;
  readonly addedAt: string;
};

export type FormTable = {
  /** The newest revision of each, in order of id. */
  readonly newest: () => Promise<readonly StoredForm[]>;
  readonly add: (form: StoredForm) => Promise<void>;
};
