import type { Page } from 'playwright-core';
import { PASSWORD } from './person.ts';
import { words, type Language } from './texts.ts';

/** Types the e-mail and password of a demo account on a device that does not know them yet. */
export async function signIn(page: Page, email: string, language: Language = 'es'): Promise<void> {
  await page.getByLabel(words(language, 'signIn:email')).fill(email);
  await unlock(page, language);
}

/** Types the password; done when the app shows. Needs no network where the account is on the device. */
export async function unlock(page: Page, language: Language = 'es'): Promise<void> {
  await page.getByLabel(words(language, 'signIn:password'), { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Opens an address of the app on a locked or closed page. */
export async function openAt(page: Page, address: string, language: Language = 'es'): Promise<void> {
  await page.goto(address);
  await unlock(page, language);
}

/** Looks for the network now, as when the person comes back to the app. */
export async function lookForNetwork(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

/** Everything that this device wrote has reached the server. */
export async function everythingSent(page: Page, language: Language = 'es'): Promise<void> {
  await lookForNetwork(page);
  await page.getByRole('status').filter({ hasText: words(language, 'common:sync.onServer') }).first().waitFor();
  await page.getByText(words(language, 'common:sync.nothingWaiting')).first().waitFor();
}
