import type { Problem, ProblemCode } from './manualReading.ts';

/** A person reads tens of problems; a broken file of 32 MB has millions. */
const MAX_PROBLEMS = 1_000;

export type ProblemList<Code extends string = ProblemCode> = {
  readonly error: (code: Code, row: number, column: string, message: string, values?: Problem['values']) => void;
  readonly warning: ProblemList<Code>['error'];
  readonly hasErrors: () => boolean;
  /** In the order of rows; what passes the limit is counted, not listed. */
  readonly all: () => readonly Problem<Code | 'more-problems'>[];
};

export function newProblemList<Code extends string = ProblemCode>(): ProblemList<Code> {
  const kept: Problem<Code>[] = [];
  let errors = 0;
  let dropped = 0;
  const add = (severity: Problem['severity']): ProblemList<Code>['error'] => (code, row, column, message, values = {}) => {
    if (severity === 'error') errors++;
    if (kept.length < MAX_PROBLEMS) kept.push({ severity, row, column, code, message, values });
    else dropped++;
  };
  return {
    error: add('error'),
    warning: add('warning'),
    hasErrors: () => errors > 0,
    all: () => {
      const sorted = kept.toSorted((a, b) => a.row - b.row);
      if (dropped === 0) return sorted;
      const severity = errors > 0 ? 'error' : 'warning';
      return [...sorted, { severity, row: 0, column: '', code: 'more-problems', message: `There are ${dropped} more problems than are listed here.`, values: { count: dropped } }];
    },
  };
}
