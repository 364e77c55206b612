import { type ComponentType, lazy } from 'react';
import { restOfTexts } from './i18n.ts';

type Load<Props extends object> = () => Promise<ComponentType<Props>>;

/** A screen in a chunk of its own, shown once its texts are there too. */
export function screen<Props extends object>(load: Load<Props>) {
  return lazy(async () => {
    const [shown] = await Promise.all([load(), restOfTexts()]);
    return { default: shown };
  });
}

/** One of those that a person sees first: it says only what `spanish.ts` and `english.ts` hold (`firstTexts.test.ts`). */
export function firstScreen<Props extends object>(load: Load<Props>) {
  return lazy(async () => ({ default: await load() }));
}
