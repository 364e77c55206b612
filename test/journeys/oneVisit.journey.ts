import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { everythingSent, lookForNetwork, openAt, signIn, unlock } from './support/enter.ts';
import { aPerson, PHONE, TABLET_LANDSCAPE, TABLET_PORTRAIT, type Person } from './support/person.ts';
import { keepPictures } from './support/keepPictures.ts';
import { aServer, type ServerProcess } from './support/serverProcess.ts';

const PHOTO = join(import.meta.dirname, 'support/photo.jpg');
/** Words that stand nowhere else: found where they may be, and nowhere where they may not. */
const canary = (): string => randomBytes(18).toString('base64url').replace(/[-_]/g, 'x');
const IN_INTERVIEW = canary();
const IN_DRAFT = canary();
const IN_AGENCY_2 = canary();
const CONTROL = canary();
const AGENCY = 'Policía Municipal de Loma Alta';

let server: ServerProcess;
let marta: Person;
let dale: Person;
let lucia: Person;
let visit = '';

beforeAll(async () => {
  server = await aServer();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPictures([marta, dale, lucia], task.name);
});
afterAll(async () => {
  for (const person of [marta, dale, lucia]) await person?.dispose();
  await server.dispose();
});

describe.sequential('one visit, end to end, without a network', () => {
  test('1. the team leader creates agency and visit, names the manager, and prepares the tablet', async () => {
    marta = await aPerson({ name: 'marta', url: server.url, viewport: TABLET_LANDSCAPE });
    const page = marta.page();
    await page.getByLabel('Correo').waitFor();
    await expectAccessible(page, 'sign in');
    await signIn(page, 'marta@cotejo.example');
    await page.getByRole('heading', { name: 'Mis visitas' }).waitFor();
    await expectAccessible(page, 'home');

    await page.getByRole('link', { name: 'Crear agencia' }).click();
    await page.getByLabel('Nombre oficial').fill(AGENCY);
    await page.getByLabel('Siglas').fill('PMLA');
    await page.getByLabel('Programa').selectOption('LE');
    await page.getByLabel('Orden de gobierno').selectOption('municipal');
    await page.getByLabel('Estado').selectOption('SON');
    expect(await page.getByLabel('Zona horaria').inputValue()).toBe('America/Hermosillo');
    await page.getByLabel('Tamaño').selectOption('B');
    await page.getByLabel('Resguarda a personas detenidas').click();
    await expectAccessible(page, 'new agency');
    await page.getByRole('button', { name: 'Crear la agencia' }).click();
    await page.getByRole('heading', { name: AGENCY, level: 1 }).waitFor();
    await page.getByLabel('Nombrar gerente').selectOption({ label: 'Lucía Armenta' });
    await page.getByRole('button', { name: 'Nombrar', exact: true }).click();
    await page.getByText('Lucía Armenta', { exact: true }).first().waitFor();
    await expectAccessible(page, 'agency');

    await page.getByRole('link', { name: 'Crear visita' }).click();
    await page.getByRole('radio', { name: /Preevaluación completa/ }).click({ force: true });
    await page.getByLabel('Primer día').fill(dayFromNow(-1));
    await page.getByLabel('Último día').fill(dayFromNow(2));
    await page.getByRole('checkbox', { name: /Dale/ }).click({ force: true });
    await expectAccessible(page, 'new visit');
    await page.getByRole('button', { name: 'Crear la visita' }).click();
    await page.getByRole('heading', { name: '¿Todo listo para salir?' }).waitFor();
    visit = idAfter(page.url(), 'visits');

    await page.getByRole('button', { name: 'Apartar 50 MB' }).first().click();
    await page.getByText(/reserva de 52[.,]4 MB apartada/).waitFor();
    await page.getByText(/68 estándares/).waitFor();
    await page.getByText('Se revisó archivo por archivo: abre con el servidor apagado').waitFor();
    await expectAccessible(page, 'prepare');
    await everythingSent(page);

    dale = await aPerson({ name: 'dale', url: server.url, viewport: TABLET_PORTRAIT, locale: 'en-US', colorScheme: 'dark' });
    await signIn(dale.page(), 'dale@cotejo.example', 'en');
    await dale.page().getByRole('heading', { name: 'My visits' }).waitFor();
    await dale.page().getByRole('link', { name: /Open today/ }).first().waitFor();
    await expectAccessible(dale.page(), 'home, English, dark');
    await openAt(dale.page(), `/visits/${visit}/prepare`, 'en');
    await dale.page().getByRole('button', { name: 'Download the manual' }).first().click();
    await dale.page().getByText(/68 standards/).waitFor();
    await dale.page().getByText('Checked file by file: it opens with the server off').waitFor();
    await expectAccessible(dale.page(), 'prepare, English, dark');
  });

  test('2. with the server stopped, both tablets open again and everything can be recorded', async () => {
    await server.stop();
    await marta.close();
    await dale.close();
    await marta.reopen();
    await dale.reopen();

    const page = marta.page();
    await page.getByText('No necesita red.').waitFor();
    await expectAccessible(page, 'unlock');
    await page.getByLabel('Contraseña', { exact: true }).fill('una contraseña que no es');
    await page.keyboard.press('Enter');
    await page.getByText('La contraseña no es correcta.').waitFor();
    await unlock(page);
    await page.getByText('Sin red').first().waitFor();

    await openAt(page, `/visits/${visit}/observations/new?standard=4.2.3`);
    await page.getByLabel('Área').selectOption({ label: 'Bodega de indicios' });
    await page.getByRole('textbox', { name: 'Nota', exact: true }).fill('La puerta tiene teclado. La bitácora está al corriente.');
    await page.getByRole('button', { name: 'Contradice', exact: true }).click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Elegir fotos' }).click()]);
    await chooser.setFiles(PHOTO);
    await page.getByRole('img', { name: /^Foto 1 de/ }).waitFor();
    await expectAccessible(page, 'observation');

    await openAt(page, `/visits/${visit}/interviews/new?standard=4.2.3`);
    await page.getByText('Custodia', { exact: true }).click();
    await page.getByRole('button', { name: 'Mostrar el aviso' }).click();
    await page.getByRole('heading', { name: 'Aviso de privacidad' }).waitFor();
    for (const consent of ['Tácito', 'Por escrito', 'No acepta']) expect(await page.getByRole('radio', { name: new RegExp(consent) }).isChecked()).toBe(false);
    await expectAccessible(page, 'consent');
    await page.getByRole('radio', { name: /Tácito/ }).click({ force: true });
    await page.getByRole('button', { name: /Empezar E-MI-/ }).click();
    await page.getByRole('textbox', { name: 'Lo que dijo' }).fill(`El encargado revisa él mismo la bitácora ${IN_INTERVIEW}.`);
    await page.getByRole('textbox', { name: 'Lo que dijo' }).blur();
    await page.getByText('Guardado en esta tableta').nth(1).waitFor();
    await expectAccessible(page, 'interview');
  });

  test('2. a standard is found by number and by words without accents, and rated in three taps', async () => {
    const page = marta.page();
    await page.getByRole('link', { name: 'Estándares', exact: true }).click();
    const search = page.getByRole('textbox', { name: 'Número o palabras' });
    await search.fill('1.1.1');
    expect(await page.getByRole('link', { name: /Código de ética/ }).count()).toBe(1);
    await search.fill('codigo de etica');
    await page.getByRole('link', { name: /Código de ética/ }).waitFor();
    await search.fill('4.2.3');
    await page.getByRole('link', { name: /Control de acceso a la bodega/ }).click();
    await page.getByRole('heading', { name: 'Control de acceso a la bodega de indicios', level: 1 }).waitFor();

    await page.getByRole('radiogroup', { name: 'Idioma del manual' }).getByText('Ambos').click();
    const english = page.locator('article [lang="en"]').first();
    await english.waitFor();
    await page.getByRole('radiogroup', { name: 'Idioma del manual' }).getByText('Es', { exact: true }).click();
    await search.fill('');

    await page.getByRole('button', { name: 'Todos cumplen' }).click();
    await page.getByRole('button', { name: 'En cumplimiento', exact: true }).click();
    await page.getByRole('button', { name: 'En cumplimiento', exact: true, pressed: true }).waitFor();
    await expectAccessible(page, 'standard');
    await page.getByRole('link', { name: /Siguiente/ }).click();
    await page.getByRole('heading', { name: 'Inspecciones e inventarios de la bodega', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Parcial' }).click();
    await page.getByRole('textbox', { name: 'Razón en una línea' }).fill('El inventario es del año pasado.');
    await page.getByRole('button', { name: 'Prueba insuficiente' }).click();
    await expectAccessible(page, 'standard with its reason');

    await openAt(dale.page(), `/visits/${visit}/standards/4.2.3`, 'en');
    await dale.page().getByRole('heading', { name: 'Evidence room access control', level: 1 }).or(dale.page().getByRole('heading', { level: 1 })).first().waitFor();
    await dale.page().getByRole('group', { name: 'Bullet c' }).getByRole('button', { name: 'No', exact: true }).click();
    await dale.page().getByRole('button', { name: 'Not in compliance' }).click();
    await dale.page().getByRole('textbox', { name: 'Reason in one line' }).fill('Nobody outside the room reviews the log.');
    await dale.page().getByRole('textbox', { name: 'Reason in one line' }).blur();
    await expectAccessible(dale.page(), 'standard, English, dark, portrait');
  });

  test('3. the server is back: both sync by themselves, both results stand, the leader settles, a late rating reopens', async () => {
    await server.start();
    await everythingSent(dale.page(), 'en');
    const page = marta.page();
    await everythingSent(page);
    await lookForNetwork(page);
    await page.getByRole('link', { name: 'Hoy', exact: true }).click();
    await page.getByRole('link', { name: /1 diferencia por resolver/ }).waitFor();
    await expectAccessible(page, 'today');
    await page.getByRole('link', { name: /1 diferencia por resolver/ }).click();
    await page.getByText('Nobody outside the room reviews the log.').waitFor();
    await page.getByRole('article', { name: 'Dale Whitaker' }).getByText('En incumplimiento').waitFor();
    await page.getByRole('article', { name: 'Marta Ibáñez' }).getByText('En cumplimiento').waitFor();
    await expectAccessible(page, 'settle');
    await page.getByRole('radio', { name: /En incumplimiento/ }).click({ force: true });
    await page.getByRole('textbox', { name: /Razón/ }).fill('La revisión debe hacerla alguien ajeno a la bodega.');
    await page.getByRole('button', { name: /Resolver/ }).click();
    await page.getByRole('heading', { name: 'Hoy', exact: true }).waitFor();
    await everythingSent(page);

    await lookForNetwork(dale.page());
    await dale.page().getByText(/Not in compliance/).first().waitFor();
    await dale.page().getByRole('button', { name: 'Partial' }).click();
    await everythingSent(dale.page(), 'en');
    await lookForNetwork(page);
    await page.getByRole('link', { name: /1 diferencia por resolver/ }).click();
    await page.getByText('Ya se había resuelto; después llegó otro resultado de Dale Whitaker.').waitFor();
    await page.getByRole('radio', { name: /En incumplimiento|Parcial/ }).first().click({ force: true });
    await page.getByRole('textbox', { name: /Razón/ }).fill('Se mantiene lo acordado en la junta.');
    await page.getByRole('button', { name: /Resolver/ }).click();
    await page.getByRole('heading', { name: 'Hoy', exact: true }).waitFor();
    await everythingSent(page);
  });

  test('3. both edit the words of one observation without a network: nothing of either is gone', async () => {
    await server.stop();
    const page = marta.page();
    await page.getByRole('link', { name: 'Recorrido' }).click();
    await page.getByRole('link', { name: /O-MI-/ }).first().click();
    await page.getByRole('textbox', { name: 'Nota', exact: true }).fill('La puerta tiene teclado y chapa. La bitácora está al corriente.');
    await page.getByRole('textbox', { name: 'Nota', exact: true }).blur();

    await openAt(dale.page(), `/visits/${visit}/observations`, 'en');
    await dale.page().getByRole('link', { name: /O-MI-/ }).first().click();
    const note = dale.page().getByRole('textbox', { name: 'Note', exact: true });
    await note.fill('La puerta tiene teclado. La bitácora está al corriente. The September page is missing.');
    await note.blur();
    await dale.page().getByText('Saved on this tablet').nth(1).waitFor();

    await server.start();
    await everythingSent(dale.page(), 'en');
    await everythingSent(page);
    await lookForNetwork(page);
    await page.getByText('teclado y chapa').first().waitFor();
    await page.getByText('The September page is missing.').first().waitFor();
    await expectAccessible(page, 'two texts of one note');
    await page.getByRole('button', { name: /Confirmar/ }).first().click();
    await everythingSent(page);
    const whole = await page.getByRole('textbox', { name: 'Nota', exact: true }).inputValue();
    expect(whole).toContain('teclado y chapa');
    expect(whole).toContain('The September page is missing.');
  });

  test('4. a problem becomes a finding in one tap; the preview is what the agency receives; it is handed over', async () => {
    const page = marta.page();
    await openAt(page, `/visits/${visit}/standards/4.2.4`);
    await page.getByRole('button', { name: 'Crear hallazgo' }).click();
    await page.getByRole('link', { name: /Abrir H-MI-/ }).click();
    await page.getByRole('textbox', { name: 'Qué se encontró' }).fill(`Borrador que nadie más lee ${IN_DRAFT}`);
    await page.getByRole('textbox', { name: 'Qué se encontró' }).blur();

    await openAt(page, `/visits/${visit}/standards/4.2.3`);
    await page.getByRole('button', { name: 'En incumplimiento', exact: true }).click();
    await page.getByRole('button', { name: 'Crear hallazgo' }).click();
    await page.getByRole('link', { name: /Abrir H-MI-/ }).click();
    await page.getByRole('textbox', { name: 'Qué se encontró' }).fill('Nadie ajeno a la bodega revisa la bitácora de accesos.');
    await page.getByRole('textbox', { name: 'Qué prueba se pide' }).fill('Oficio que designa a quien revisa\n2 revisiones firmadas');
    await page.getByRole('button', { name: /Daño probable, Se repite/ }).click();
    await page.getByLabel('Fecha límite').fill(dayFromNow(30));
    await page.getByRole('checkbox', { name: /Foto de O-MI/ }).click({ force: true });
    await expectAccessible(page, 'finding');
    await page.getByRole('link', { name: /Hallazgos/ }).first().click();
    await page.getByRole('heading', { name: 'Hallazgos', level: 1 }).waitFor();
    await expectAccessible(page, 'findings');
    await page.getByRole('link', { name: 'Entregar a la agencia' }).click();

    const preview = page.getByRole('article', { name: /Lo que recibe la agencia/ });
    await preview.getByText('Nadie ajeno a la bodega revisa la bitácora de accesos.').waitFor();
    await preview.getByRole('img').first().waitFor();
    expect(await preview.count()).toBe(1);
    await expectAccessible(page, 'hand over');
    await page.getByRole('button', { name: /Entregar 1 hallazgo/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Entregar a la agencia' }).click();
    await page.getByText('Está en el servidor: la agencia ya puede leerlo.').waitFor();
    await everythingSent(page);
  });

  test('the team leader also has an agency of which the manager must know nothing', async () => {
    const page = marta.page();
    await openAt(page, '/agencies/new');
    await page.getByLabel('Nombre oficial').fill(`Otra agencia ${IN_AGENCY_2}`);
    await page.getByLabel('Programa').selectOption('LE');
    await page.getByLabel('Orden de gobierno').selectOption('state');
    await page.getByLabel('Estado').selectOption('SIN');
    await page.getByLabel('Tamaño').selectOption('C');
    await page.getByRole('button', { name: 'Crear la agencia' }).click();
    await page.getByRole('heading', { name: `Otra agencia ${IN_AGENCY_2}`, level: 1 }).waitFor();
    await everythingSent(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/agencies\//);
  });

  test('5. the accreditation manager reads and answers on a phone, also with the server stopped', async () => {
    lucia = await aPerson({ name: 'lucia', url: server.url, viewport: PHONE });
    const page = lucia.page();
    await signIn(page, 'lucia@cotejo.example');
    await page.getByRole('link', { name: /Loma Alta/ }).click();
    await page.getByRole('link', { name: /4\.2\.3.*Nadie ajeno/ }).first().waitFor();
    await expectAccessible(page, 'gaps');
    await page.getByRole('link', { name: /4\.2\.3/ }).first().click();
    await page.getByText('Oficio que designa a quien revisa').waitFor();
    await page.getByRole('img', { name: /Foto compartida/ }).waitFor();
    await page.getByRole('button', { name: 'Leer el estándar 4.2.3' }).click();
    await page.getByText('La bodega de indicios permanece cerrada').first().waitFor();
    await expectAccessible(page, 'gap');

    await server.stop();
    await page.getByRole('radio', { name: /Aceptamos la brecha/ }).click({ force: true });
    await page.getByRole('textbox', { name: 'Responsable' }).fill('Of. Ramos');
    await page.getByLabel('Fecha en que quedará').fill(dayFromNow(20));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Adjuntar' }).click()]);
    await chooser.setFiles(PHOTO);
    await page.getByText(/1 adjunta/).waitFor();
    await page.getByRole('button', { name: 'Lista para verificación' }).click();
    await page.getByRole('textbox', { name: /Nota para el equipo/ }).fill('El oficio se firmó el lunes.');
    await expectAccessible(page, 'send for verification');
    await page.getByRole('button', { name: 'Enviar 1 prueba' }).click();
    await page.getByText('Lo que se envió').waitFor();
    await server.start();
    await everythingSent(page);
  });

  test('6. the team leader sees the answer, returns it with what is missing, and closes it; the history says who did what', async () => {
    const page = marta.page();
    await openAt(page, `/visits/${visit}/findings`);
    await page.getByRole('link', { name: /4\.2\.3/ }).first().click();
    await page.getByText('El oficio se firmó el lunes.').first().waitFor();
    await page.getByText('Of. Ramos').waitFor();
    await expectAccessible(page, 'verify');
    await page.getByRole('button', { name: 'Devolver' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Faltan las dos revisiones firmadas.');
    await page.getByRole('dialog').getByRole('button', { name: /Devolver/ }).click();
    await everythingSent(page);

    await lookForNetwork(lucia.page());
    await lucia.page().getByText('Faltan las dos revisiones firmadas.').first().waitFor();
    await expectAccessible(lucia.page(), 'returned gap');
    await page.getByRole('button', { name: 'Verificar y cerrar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Verificar y cerrar/ }).click();
    await page.getByText('Verificado y cerrado').first().waitFor();
    await everythingSent(page);
    await lookForNetwork(lucia.page());
    await lucia.page().getByText('El equipo la verificó y la cerró').first().waitFor();
    for (const who of ['Marta Ibáñez', 'Lucía Armenta']) await page.getByRole('listitem').filter({ hasText: who }).first().waitFor();
  });

  test('the safety screen answers first, and settings open, in both languages', async () => {
    for (const [person, language, question] of [[marta, 'es', '¿Mi trabajo está a salvo?'], [dale, 'en', 'Is my work safe?']] as const) {
      await openAt(person.page(), '/safe', language);
      await person.page().getByRole('heading', { name: question }).waitFor();
      await expectAccessible(person.page(), `safe, ${language}`);
      await openAt(person.page(), '/settings', language);
      await person.page().getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(person.page(), `settings, ${language}`);
    }
  });

  test('no page complained', () => {
    for (const person of [marta, dale, lucia]) expect(person.complaints, person.name).toEqual([]);
  });

  test('the agency has not one byte of an interview, a draft or a rating; the tablets have none of them in clear', async () => {
    await lucia.page().evaluate(async (control) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('control', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('rows');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
      await new Promise<void>((resolve, reject) => {
        const write = db.transaction('rows', 'readwrite', { durability: 'strict' });
        write.objectStore('rows').put({ text: control }, 1);
        write.oncomplete = () => resolve();
        write.onerror = () => reject(write.error ?? new Error('not written'));
      });
    }, CONTROL);
    for (const person of [marta, dale, lucia]) await person.close();

    expect(lucia.filesWith(CONTROL), 'positive control').not.toEqual([]);
    const toTheManager = lucia.answers.join('\n');
    expect(toTheManager).toContain('Nadie ajeno a la bodega revisa la bitácora de accesos.');
    for (const secret of [IN_INTERVIEW, IN_DRAFT, IN_AGENCY_2, 'Puerto Claro', `"scope":"visit:`, '"entity":"rating"', '"entity":"interview"', '"harm"']) {
      expect(toTheManager.includes(secret), `the manager received ${secret}`).toBe(false);
    }
    expect(marta.answers.join('\n') + dale.answers.join('\n'), 'positive control').toContain(IN_INTERVIEW);
    for (const person of [marta, dale, lucia]) {
      for (const secret of [IN_INTERVIEW, IN_DRAFT, IN_AGENCY_2, 'Nadie ajeno a la bodega']) expect(person.filesWith(secret), `${person.name}: ${secret}`).toEqual([]);
    }
  });
});

function idAfter(url: string, segment: string): string {
  const id = new RegExp(`/${segment}/([^/?]+)`).exec(url)?.[1];
  if (!id) throw new Error(`no ${segment} in ${url}`);
  return id;
}

/** `YYYY-MM-DD`, in the time zone of the agency. */
function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Hermosillo' }).format(Date.now() + days * 86_400_000);
}
