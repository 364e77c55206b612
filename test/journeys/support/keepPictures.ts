import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './person.ts';

const FOLDER = join(import.meta.dirname, '../../../test-results');

/** What everybody had on screen when a journey failed: a picture and the page as a screen reader tells it. */
export async function keepPictures(people: readonly (Person | undefined)[], name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const person of people) {
    if (!person || person.page().isClosed()) continue;
    const file = join(FOLDER, `${name.slice(0, 40).replace(/\W+/g, '-')}-${person.name}`);
    await person.page().screenshot({ path: `${file}.png` });
    writeFileSync(`${file}.txt`, await person.page().locator('body').ariaSnapshot());
  }
}
