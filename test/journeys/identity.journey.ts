import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { everythingSent, openAt, signIn, unlock } from './support/enter.ts';
import { keepPictures } from './support/keepPictures.ts';
import { aPerson, PASSWORD, PHONE, TABLET_PORTRAIT, type Person } from './support/person.ts';
import { runCommand } from './support/runCommand.ts';
import { aServer, type ServerProcess } from './support/serverProcess.ts';
import { words } from './support/texts.ts';

const ANA = 'lluvia tractor quince mantel';
const SARA = 'ventana mercurio azul tostador';
const SARA_NEXT = 'cuaderno violeta once puentes';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const inside = (page: Page) => page.getByRole('navigation').first().waitFor();

async function choosePassword(page: Page, password: string, language: 'es' | 'en' = 'es'): Promise<void> {
  await field(page, words(language, 'password:new')).fill(password);
  await field(page, words(language, 'password:again')).fill(password);
}

async function unlockWith(page: Page, password: string): Promise<void> {
  await page.goto('/');
  await field(page, 'Contraseña').fill(password);
  await page.keyboard.press('Enter');
}

describe.sequential('an empty production server', () => {
  let server: ServerProcess;
  const people: Person[] = [];
  const person = async (name: string, options: Partial<Parameters<typeof aPerson>[0]> = {}): Promise<Person> => {
    const one = await aPerson({ name, url: server.url, viewport: PHONE, ...options });
    people.push(one);
    return one;
  };
  beforeAll(async () => { server = await aServer({ COTEJO_DEMO: '0' }); });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(people, task.name);
  });
  afterAll(async () => {
    for (const one of people) await one.dispose();
    await server.dispose();
  });
  let sara: Person;
  let saraAtHome: Person;

  test('[A20] [A22] the operator makes the first administrator, who invites an advisor, who comes in by a typed code', async () => {
    const said = await runCommand('admin', server.dataDir, '--email', 'ana@seguridad.example', '--name', 'Ana Belmonte', '--url', server.url);
    const link = /https?:\/\/\S+/.exec(said)?.[0] ?? '';
    const ana = await person('ana');
    await ana.page().goto(link);
    await field(ana.page(), 'Su nombre').waitFor();
    expect(new URL(ana.page().url()).hash).toBe('');
    await expectAccessible(ana.page(), 'joining');
    await choosePassword(ana.page(), ANA);
    await press(ana.page(), 'Entrar');
    await inside(ana.page());

    await ana.page().goto('/people/invite');
    await field(ana.page(), 'Contraseña').fill(ANA);
    await ana.page().keyboard.press('Enter');
    await ana.page().getByLabel('Función').selectOption('technical_advisor');
    await field(ana.page(), 'Nombre').fill('Sara Olvera');
    await field(ana.page(), 'Correo').fill('sara@seguridad.example');
    await expectAccessible(ana.page(), 'inviting');
    await press(ana.page(), 'Crear invitación');
    const shown = ana.page().getByRole('status', { name: 'Código de invitación' });
    await shown.waitFor();
    const groups = await shown.locator('span').allInnerTexts();
    expect(groups).toHaveLength(5);
    await expectAccessible(ana.page(), 'the code');

    sara = await person('sara');
    await press(sara.page(), 'Tengo un código');
    await field(sara.page(), 'Código').fill(groups.join(' ').toLowerCase());
    await press(sara.page(), 'Continuar');
    await sara.page().getByText('Le invita Ana Belmonte').waitFor();
    await choosePassword(sara.page(), SARA);
    await press(sara.page(), 'Entrar');
    await inside(sara.page());

    const late = await person('late');
    await late.page().goto(`/join#${groups.join('-')}`);
    await late.page().getByText('Este código ya se usó.').waitFor();
  });

  test('[A27] a password that was changed here opens here at once; the other tablet asks for the earlier one, once', async () => {
    saraAtHome = await person('sara-at-home', { viewport: TABLET_PORTRAIT });
    await saraAtHome.page().getByLabel('Correo').fill('sara@seguridad.example');
    await field(saraAtHome.page(), 'Contraseña').fill(SARA);
    await saraAtHome.page().keyboard.press('Enter');
    await inside(saraAtHome.page());

    const page = sara.page();
    await page.goto('/settings/password');
    await field(page, 'Contraseña').fill(SARA);
    await page.keyboard.press('Enter');
    await field(page, 'Contraseña actual').fill(SARA);
    await choosePassword(page, SARA_NEXT);
    await expectAccessible(page, 'changing the password');
    await press(page, 'Cambiar la contraseña');
    await page.getByRole('heading', { name: 'La contraseña cambió' }).waitFor();
    await unlockWith(page, SARA_NEXT);
    await inside(page);

    const home = saraAtHome.page();
    await unlockWith(home, SARA_NEXT);
    await home.getByRole('heading', { name: 'Su contraseña cambió' }).waitFor();
    await expectAccessible(home, 'the earlier password');
    await field(home, 'Contraseña anterior').fill(SARA);
    await home.keyboard.press('Enter');
    await inside(home);
    await server.stop();
    await unlockWith(home, SARA_NEXT);
    await inside(home);
    await unlockWith(home, SARA);
    await home.getByText('La contraseña no es correcta.').waitFor();
    await server.start();
  });

  test('[A26] after five wrong passwords the tablet makes one wait, also after it was switched off', async () => {
    const home = saraAtHome.page();
    for (let i = 0; i < 4; i++) {
      await unlockWith(home, `equivocada número ${i}`);
      await home.getByText('La contraseña no es correcta.').waitFor();
    }
    await field(home, 'Contraseña').fill('otra equivocada');
    await home.keyboard.press('Enter');
    await home.getByText(/Espere \d+ segundos/).waitFor();
    await expectAccessible(home, 'waiting');
    await saraAtHome.close();
    await saraAtHome.reopen();
    await saraAtHome.page().getByText(/Espere \d+ segundos/).waitFor();
    expect(await saraAtHome.page().getByRole('button', { name: 'Abrir', exact: true }).isDisabled()).toBe(true);
  });
});

describe.sequential('a forgotten password', () => {
  let server: ServerProcess;
  let marta: Person;
  let ana: Person;
  const shares = mkdtempSync(join(tmpdir(), 'cotejo-shares-'));
  beforeAll(async () => {
    server = await aServer();
    await runCommand('recovery-key', server.dataDir, '--holder', 'Ana Belmonte', '--holder', 'Beto Ruiz', '--to', shares);
    marta = await aPerson({ name: 'marta', url: server.url, viewport: TABLET_PORTRAIT });
    ana = await aPerson({ name: 'ana', url: server.url, viewport: PHONE, locale: 'en-US' });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures([marta, ana], task.name);
  });
  afterAll(async () => {
    await Promise.all([marta.dispose(), ana.dispose()]);
    await server.dispose();
    rmSync(shares, { recursive: true, force: true });
  });

  test('[A28] [A29] two people open the tablet, and a note that was never sent is there and reaches the server', async () => {
    const page = marta.page();
    await signIn(page, 'marta@cotejo.example');
    await everythingSent(page);
    await page.getByRole('link', { name: /Abrir hoy/ }).click();
    await page.getByRole('link', { name: 'Recorrido' }).click();
    await page.getByRole('link', { name: 'Nueva observación' }).first().waitFor();
    const observations = new URL(page.url()).pathname;
    // Every file of the app is on the tablet.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await server.stop();
    await page.getByRole('link', { name: 'Nueva observación' }).first().click();
    await page.getByRole('textbox', { name: 'Nota', exact: true }).fill('Sólo existe en esta tableta');
    await page.getByRole('textbox', { name: 'Nota', exact: true }).blur();
    await page.getByText('Guardado en esta tableta').nth(1).waitFor();
    await page.getByRole('button', { name: 'Bloquear', exact: true }).click();
    await server.start();

    await press(page, 'Olvidé mi contraseña');
    await expectAccessible(page, 'asking for recovery');
    await press(page, 'Pedir la recuperación');
    const code = await page.getByRole('status', { name: 'Código de la solicitud' }).innerText();
    await expectAccessible(page, 'waiting for recovery');

    await signIn(ana.page(), 'ana@cotejo.example', 'en');
    await openAt(ana.page(), '/people/invite', 'en');
    await ana.page().getByText(`Code: ${code}`).waitFor();
    await expectAccessible(ana.page(), 'recovery requests');

    const [one, other] = readdirSync(shares).map((name) => join(shares, name));
    if (one === undefined || other === undefined) throw new Error('no shares');
    await expect(runCommand('recover', server.dataDir, '--request', code, '--share', one, '--share', one)).rejects.toThrow('Las dos son la parte 1');
    expect(await runCommand('recover', server.dataDir)).toContain(code);
    // The tablet was switched off meanwhile.
    await marta.close();
    expect(await runCommand('recover', server.dataDir, '--request', code, '--share', one, '--share', other)).toContain('Ana Belmonte y Beto Ruiz');
    await marta.reopen();
    const again = marta.page();
    await press(again, 'Olvidé mi contraseña');
    await again.getByRole('heading', { name: 'Contraseña nueva' }).waitFor();
    await expectAccessible(again, 'a new password after recovery');
    await choosePassword(again, SARA);
    await press(again, 'Abrir');
    await inside(again);
    await everythingSent(again);
    await again.goto(observations);
    await field(again, 'Contraseña').fill(SARA);
    await again.keyboard.press('Enter');
    await again.getByText('Sólo existe en esta tableta').first().waitFor();
    expect(marta.complaints).toEqual([]);
  });
});

describe.sequential('a passkey', () => {
  let server: ServerProcess;
  let marta: Person;
  beforeAll(async () => {
    server = await aServer();
    // An IP address cannot have passkeys; the name can.
    marta = await aPerson({ name: 'passkey', url: server.url.replace('127.0.0.1', 'localhost'), viewport: PHONE });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures([marta], task.name);
  });
  afterAll(async () => {
    await marta.dispose();
    await server.dispose();
  });

  test('[A30] it is made in the settings, opens without a network, and the password opens all the same; removed, it is not offered any more', async () => {
    const page = marta.page();
    const session = await marta.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await signIn(page, 'marta@cotejo.example');
    expect(await page.getByText('Abrir con huella, rostro o PIN').count()).toBe(0);
    await page.getByRole('link', { name: 'Ajustes' }).first().click();
    await press(page, 'Activar');
    await page.getByText(/Está activado/).waitFor();
    await expectAccessible(page, 'settings with a passkey');

    const lock = async (): Promise<void> => {
      await page.getByRole('button', { name: /Menú de Marta/ }).click();
      await page.getByRole('button', { name: 'Bloquear' }).last().click();
      await field(page, 'Contraseña').waitFor();
    };
    await server.stop();
    await lock();
    await expectAccessible(page, 'unlocking with a passkey');
    await press(page, 'Abrir con huella, rostro o PIN');
    await inside(page);
    await lock();
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await press(page, 'Abrir con huella, rostro o PIN');
    await page.getByText('No se abrió con huella, rostro o PIN.').waitFor();
    await unlock(page);

    await page.getByRole('link', { name: 'Ajustes' }).first().click();
    await press(page, 'Quitar');
    await lock();
    expect(await page.getByRole('button', { name: 'Abrir con huella, rostro o PIN' }).count()).toBe(0);
    await field(page, 'Contraseña').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await inside(page);
    await server.start();
  });
});
