import type { BrowserContext, Page } from 'playwright-core';

/** What the screen called saved, by the id of the observation: the words that stood in the field then. */
export type Promised = Map<string, string>;

/**
 * Listens to the screen: each time it says that the note is saved on this tablet, or kept as a draft, its words are a promise. Set up before
 * the app is opened; goes on through reloads of this browser.
 */
export async function listenToScreen(context: BrowserContext, promised: Promised): Promise<void> {
  await context.exposeBinding('screenSaid', (_source, id: string, words: string) => void promised.set(id, words));
  await context.addInitScript(() => {
    const listen = (): void => {
      for (const field of document.querySelectorAll('textarea')) {
        const said = field.closest('div')?.querySelector('[role=status]')?.textContent ?? '';
        const id = location.pathname.split('/observations/')[1];
        if (id && field.value !== '' && /guardado en est[ae]/i.test(said)) void (window as unknown as { screenSaid: (id: string, words: string) => Promise<void> }).screenSaid(id, field.value);
      }
    };
    new MutationObserver(listen).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** From the first screen to the observations of the demo's visit; gives their address. */
export async function openObservations(page: Page): Promise<string> {
  await page.getByRole('link', { name: /Abrir hoy/ }).click();
  await page.getByRole('link', { name: 'Recorrido' }).click();
  await page.getByRole('link', { name: 'Nueva observación' }).first().waitFor();
  return new URL(page.url()).pathname;
}

/** Begins an observation and types into it, letter by letter. */
export async function typeNote(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Nueva observación' }).first().click();
  await page.getByRole('textbox', { name: 'Nota', exact: true }).pressSequentially(words, { delay: 2 });
}

/** Leaves the field, waits for the screen's word, and goes back to the list. */
export async function saveNote(page: Page): Promise<void> {
  const note = page.getByRole('textbox', { name: 'Nota', exact: true });
  await note.blur();
  await note.locator('xpath=ancestor::div[1]').getByText('Guardado en esta tableta', { exact: true }).waitFor();
}

export async function backToList(page: Page): Promise<void> {
  await page.goBack();
  await page.getByRole('link', { name: 'Nueva observación' }).first().waitFor();
}
