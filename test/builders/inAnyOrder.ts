import fc from 'fast-check';

/** All of these, in every order that fast-check thinks of. */
export const inAnyOrder = <T>(items: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });
