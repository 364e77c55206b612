import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `POST /api/admin/interviews/purge`. `check`: only says what would be erased. */
export const purgeInterviewRequest = v.strictObject({
  /** As it is said aloud: `E-MR-03`. */
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  check: v.boolean(),
});

/** How many interviews have the code, and in how many ops; nothing of what they say. */
export const purgeInterviewAnswer = v.object({ interviews: count, ops: count });
export type PurgeInterviewAnswer = v.InferOutput<typeof purgeInterviewAnswer>;
