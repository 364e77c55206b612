import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { everythingSent, openAt, signIn, unlock } from './support/enter.ts';
import { keepPictures } from './support/keepPictures.ts';
import { aPerson, TABLET_PORTRAIT, type Person } from './support/person.ts';
import { aServer, type ServerProcess } from './support/serverProcess.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A regulation of 182 standards, written by others; it does not ship with the product. */
const DATA = join(ROOT, '../shared/data/manuals/us-28cfr115-prea.csv');
const run = promisify(execFile);

if (!existsSync(DATA)) process.stdout.write(`Left out, the journey on a real manual: ${DATA} is not there.\n`);

describe.skipIf(!existsSync(DATA)).sequential('a real manual of 182 standards', () => {
  let server: ServerProcess;
  let marta: Person;
  let visit = '';

  beforeAll(async () => {
    server = await aServer();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures([marta], task.name);
  });
  afterAll(async () => {
    await marta?.dispose();
    await server.dispose();
  });

  const importManual = (...args: readonly string[]) =>
    run(process.execPath, ['dist/server/import-main.js', DATA, ...args], { cwd: ROOT, env: { ...process.env, DATA_DIR: server.dataDir } });

  test('is checked, imported once, and the same again does nothing', async () => {
    const checked = JSON.parse((await importManual('--check', '--json')).stdout) as { counts: unknown; languages: unknown; problems: unknown[] };
    expect(checked.counts).toEqual({ chapter: 6, section: 44, standard: 182, bullet: 996 });
    expect(checked.languages).toEqual(['und']);
    expect(checked.problems).toEqual([]);
    const described = ['--language', 'en', '--program', 'LE', '--edition', 'prea-2012', '--name', '28 CFR 115'];
    await importManual(...described);
    await importManual(...described);
    await expect(importManual('--language', 'es', '--program', 'LE', '--edition', 'prea-2012', '--name', '28 CFR 115')).rejects.toMatchObject({ code: 1 });
  });

  test('is pinned to a visit, opens without a network, and shows its only language, marked', async () => {
    marta = await aPerson({ name: 'marta', url: server.url, viewport: TABLET_PORTRAIT });
    const page = marta.page();
    await signIn(page, 'marta@cotejo.example');
    await page.getByRole('link', { name: /Ficha de Policía Municipal de Valle Sereno/ }).click();
    await page.getByRole('link', { name: 'Crear visita' }).click();
    await page.getByRole('radio', { name: /Preevaluación completa/ }).click({ force: true });
    await page.getByLabel('Primer día').fill('2026-12-01');
    await page.getByLabel('Último día').fill('2026-12-04');
    await page.getByLabel('Edición del manual').selectOption({ label: '28 CFR 115 · revisión 1 · 182 estándares' });
    await page.getByRole('button', { name: 'Crear la visita' }).click();
    await page.getByRole('button', { name: 'Descargar el manual' }).first().click();
    await page.getByText(/28 CFR 115 · 182 estándares/).waitFor();
    await page.getByText('Se revisó archivo por archivo: abre con el servidor apagado').waitFor();
    visit = /visits\/([^/]+)/.exec(page.url())?.[1] ?? '';
    expect(visit).not.toBe('');
    await everythingSent(page);

    await server.stop('SIGKILL');
    await marta.close();
    await marta.reopen();
    await unlock(marta.page());
  });

  test('keeps numeric order, reserved numbers and leaf bullets, and is found by number and by words', async () => {
    const page = marta.page();
    await openAt(page, `/visits/${visit}/standards`);
    const search = page.getByRole('textbox', { name: 'Número o palabras' });
    await search.fill('115.142');
    await page.getByRole('link', { name: /115\.142-115\.143/ }).waitFor();
    await search.fill('zero tolerance coordinator');
    await page.getByRole('link', { name: /115\.11\b/ }).first().click();
    await page.getByRole('heading', { name: /Zero tolerance of sexual abuse/, level: 1 }).waitFor();
    expect(await page.locator('article [lang="en"]').count()).toBeGreaterThan(0);
    await page.getByText('EN', { exact: true }).first().waitFor();
    for (const bullet of ['(a)', '(b)', '(c)']) await page.getByRole('group', { name: `Inciso ${bullet}` }).waitFor();
    await page.getByRole('group', { name: 'Inciso (b)' }).getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: 'En cumplimiento', exact: false }).first().click();
    await page.getByText('El inciso (b) no cumple').first().waitFor();
    await expectAccessible(page, 'a standard of a real manual');

    await openAt(page, `/visits/${visit}/standards/115.142-115.143`);
    await page.getByText('Número reservado por el manual: se conserva y no se califica.').first().waitFor();
  });

  test('what was rated without the server is on it after it comes back from a power cut', async () => {
    await server.start();
    await everythingSent(marta.page());
    expect(marta.complaints).toEqual([]);
  });
});
