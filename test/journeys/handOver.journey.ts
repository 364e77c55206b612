import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { everythingSent, openAt, signIn, unlock } from './support/enter.ts';
import { keepPictures } from './support/keepPictures.ts';
import { aPerson, PHONE, TABLET_LANDSCAPE, TABLET_PORTRAIT, type Person } from './support/person.ts';
import { aServer, type ServerProcess } from './support/serverProcess.ts';
import { words } from './support/texts.ts';

const NOTE = 'El cerrojo del depósito no cierra por dentro.';

let server: ServerProcess;
/** Writes without a network, in English. */
let dale: Person;
/** Is handed the file, carries it to the server. */
let marta: Person;
let folder: string;
let visit = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cotejo-by-hand-'));
  server = await aServer();
  dale = await aPerson({ name: 'dale', url: server.url, viewport: TABLET_PORTRAIT, locale: 'en-US', colorScheme: 'dark', downloads: true });
  marta = await aPerson({ name: 'marta', url: server.url, viewport: TABLET_LANDSCAPE });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPictures([dale, marta], task.name);
});
afterAll(async () => {
  await dale.dispose();
  await marta.dispose();
  await server.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Presses a button that saves a file; gives where it lies. */
async function saved(page: Page, button: string, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  expect(download.suggestedFilename(), 'the name says when, and nothing else').toMatch(/^cotejo-\d{8}-\d{4}\.cotejo$/);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

async function choose(page: Page, button: RegExp, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).first().click()]);
  await chooser.setFiles(path);
}

describe.sequential('work goes by hand', () => {
  let handed = '';
  let secret = '';

  test('a tablet without a network makes a file of what it wrote, photo included', async () => {
    await signIn(dale.page(), 'dale@cotejo.example', 'en');
    await everythingSent(dale.page(), 'en');
    await signIn(marta.page(), 'marta@cotejo.example');
    await marta.page().getByRole('link', { name: /Abrir hoy/ }).first().click();
    await everythingSent(marta.page());
    visit = new URL(marta.page().url()).pathname;
    // Active: every file of the app is in the cache, and it opens without the server.
    for (const person of [dale, marta]) await person.page().evaluate(async () => void (await navigator.serviceWorker.ready));
    await server.stop();

    const page = dale.page();
    await openAt(page, `${visit}/observations/new`, 'en');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: words('en', 'capture:photo.choose') }).click()]);
    await chooser.setFiles('test/journeys/support/photo.jpg');
    await page.getByRole('img').last().waitFor();
    await page.getByRole('textbox', { name: words('en', 'observation:note.label'), exact: true }).fill(NOTE);
    await page.getByRole('textbox', { name: words('en', 'observation:note.label'), exact: true }).blur();
    await page.getByText(words('en', 'capture:draft.saved.tablet')).nth(1).waitFor();
    await openAt(page, `${visit}/pass`, 'en');
    await page.getByRole('button', { name: /Prepare the file/ }).waitFor();
    await expectAccessible(page, 'pass to a colleague');
    await page.getByRole('button', { name: /Prepare the file/ }).click();
    handed = await saved(page, words('en', 'carry:ready.save'), 'handed.cotejo');
    expect(readFileSync(handed).includes('cerrojo')).toBe(false);
  });

  test('[H2] a damaged copy, a cut copy and another file are refused in words, and nothing changes', async () => {
    const page = marta.page();
    const bytes = readFileSync(handed);
    const damaged = Buffer.from(bytes);
    damaged[bytes.length - 100] = (damaged.at(-100) ?? 0) ^ 1;
    const copies: readonly (readonly [string, Buffer, string])[] = [
      ['damaged.cotejo', damaged, 'damaged'], ['cut.cotejo', bytes.subarray(0, bytes.length - 100), 'cut'], ['picture.cotejo', readFileSync('test/journeys/support/photo.jpg'), 'not-a-bundle'],
    ];
    await openAt(page, '/open-file');
    for (const [name, content, error] of copies) {
      writeFileSync(join(folder, name), content);
      await choose(page, /Elegir/, join(folder, name));
      await page.getByRole('alert').getByText(words('es', `carry:error.${error}`)).waitFor();
      expect(await page.getByRole('alert').textContent()).toContain(words('es', 'carry:error.safe'));
    }
    await expectAccessible(page, 'a refused file');
  });

  test('[H6] [H7] a colleague’s tablet opens it without a word and without a network, once', async () => {
    const page = marta.page();
    await choose(page, /Elegir/, handed);
    await page.getByText('Archivo de Dale Whitaker').waitFor();
    await expectAccessible(page, 'what a file brings');
    await page.getByRole('button', { name: words('es', 'carry:preview.merge') }).click();
    await page.getByText(words('es', 'carry:done.title')).waitFor();
    await openAt(page, `${visit}/observations`);
    await page.getByRole('link', { name: new RegExp(NOTE) }).click();
    await page.getByText('Llegó en archivo de Dale Whitaker').first().waitFor();
    expect(await page.getByText(words('es', 'copy:brought.notProved')).count()).toBe(0);
    await openAt(page, '/open-file');
    await choose(page, /Elegir/, handed);
    await page.getByText(words('es', 'carry:preview.nothing')).waitFor();
  });

  test('[H3] a back-up opens with its words and with no others', async () => {
    const page = dale.page();
    await page.setViewportSize(PHONE);
    await openAt(page, '/back-up', 'en');
    secret = (await page.getByRole('list', { name: words('en', 'carry:backUp.wordsList') }).getByRole('listitem').allTextContents()).join(' ');
    await page.getByLabel(words('en', 'carry:backUp.noted')).check();
    await expectAccessible(page, 'the words of a back-up');
    await page.getByRole('button', { name: /Make the copy/ }).click();
    const copy = await saved(page, words('en', 'carry:ready.save'), 'copy.cotejo');
    await page.getByText(words('en', 'carry:backUp.kept')).waitFor();
    await openAt(page, '/safe', 'en');
    await page.getByText(/^Last copy:/).waitFor();
    await page.getByRole('button', { name: words('en', 'safety:waiting.showAll') }).click();
    await expectAccessible(page, 'is my work safe');

    const other = marta.page();
    await openAt(other, '/open-file');
    await choose(other, /Elegir/, copy);
    const field = other.getByLabel(words('es', 'carry:open.wordsLabel'));
    await field.fill('apple anchor acorn album amber angle ankle apron');
    await other.getByRole('button', { name: words('es', 'carry:open.wordsOpen') }).click();
    await other.getByText(/Esas palabras no abren este archivo/).waitFor();
    await field.fill(secret.toUpperCase());
    await other.getByRole('button', { name: words('es', 'carry:open.wordsOpen') }).click();
    await other.getByText('Copia de Dale Whitaker').waitFor();
  });

  test('[H10] [H11] the tablet that was handed it carries it to the server, under its author’s name', async () => {
    await dale.close();
    expect(secret.split(' ')).toHaveLength(8);
    expect(dale.filesWith(secret), 'the words are kept nowhere').toEqual([]);
    await server.start();
    const page = marta.page();
    await openAt(page, `${visit}/receipt`);
    await everythingSent(page);
    await page.getByText(words('es', 'safety:receipt.whole')).waitFor();
    await expectAccessible(page, 'the receipt');
    await dale.reopen();
    await unlock(dale.page(), 'en');
    await everythingSent(dale.page(), 'en');

    const fresh = await aPerson({ name: 'fresh', url: server.url, viewport: TABLET_LANDSCAPE });
    try {
      await signIn(fresh.page(), 'marta@cotejo.example');
      await fresh.page().getByRole('link', { name: /Abrir hoy/ }).first().waitFor();
      await everythingSent(fresh.page());
      await openAt(fresh.page(), `${visit}/observations`);
      await fresh.page().getByRole('link', { name: new RegExp(NOTE) }).click();
      await fresh.page().getByText('Dale Whitaker').first().waitFor();
      expect(await fresh.page().getByRole('link', { name: new RegExp(NOTE) }).count()).toBe(1);
    } finally {
      await fresh.dispose();
    }
    expect([...marta.complaints, ...dale.complaints]).toEqual([]);
  });
});
