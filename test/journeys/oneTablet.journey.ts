import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { everythingSent, openAt, signIn, unlock } from './support/enter.ts';
import { keepPictures } from './support/keepPictures.ts';
import { aPerson, PASSWORD, TABLET_LANDSCAPE, type Person } from './support/person.ts';
import { aServer, type ServerProcess } from './support/serverProcess.ts';

let server: ServerProcess;
let tablet: Person;

beforeAll(async () => {
  server = await aServer();
  tablet = await aPerson({ name: 'tablet', url: server.url, viewport: TABLET_LANDSCAPE });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPictures([tablet], task.name);
});
afterAll(async () => {
  await tablet.dispose();
  await server.dispose();
});

describe.sequential('one tablet', () => {
  let observations = '';

  test('typed words survive a killed tab within half a second, without a network', async () => {
    const page = tablet.page();
    await signIn(page, 'marta@cotejo.example');
    await page.getByRole('link', { name: /Abrir hoy/ }).click();
    await page.getByRole('link', { name: 'Preparar para salir' }).first().click();
    await page.getByText('Se revisó archivo por archivo: abre con el servidor apagado').waitFor();
    await page.getByRole('link', { name: 'Recorrido' }).click();
    await page.getByRole('link', { name: 'Nueva observación' }).first().waitFor();
    observations = new URL(page.url()).pathname;
    await server.stop();
    await page.getByRole('link', { name: 'Nueva observación' }).first().click();
    const note = page.getByRole('textbox', { name: 'Nota', exact: true });
    await note.pressSequentially('Puerta abierta en el almacén', { delay: 5 });
    await expect.poll(() => drafts(tablet), { timeout: 1_000 }).toBeGreaterThan(0);
    // The renderer process dies as when the system takes the memory back: nothing of the page runs any more.
    await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)]);
    await tablet.close();
    await tablet.reopen();
    await unlock(tablet.page());
    await openAt(tablet.page(), observations);
    await tablet.page().getByText('Puerta abierta en el almacén').first().waitFor();
  });

  test('a full disk: words are kept, a photo is refused with the reason', async () => {
    const page = tablet.page();
    await server.start();
    const visit = observations.split('/')[2];
    await openAt(page, `/visits/${visit}/prepare`);
    await page.getByRole('button', { name: 'Apartar 50 MB' }).first().click();
    await page.getByText(/reserva de 52[.,]4 MB apartada/).waitFor();
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await tablet.close();
    // Set before the app opens its database: Chromium remembers for a minute how much room there was.
    const quota = (quotaSize?: number) => async (on: Page): Promise<void> => {
      const session = await tablet.context().newCDPSession(on);
      await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, ...(quotaSize === undefined ? {} : { quotaSize }) });
    };
    await tablet.reopen(quota(usage - 2_000_000));
    const full = tablet.page();
    await unlock(full);
    await openAt(full, `${observations}/new`);
    const [chooser] = await Promise.all([full.waitForEvent('filechooser'), full.getByRole('button', { name: 'Elegir fotos' }).click()]);
    await chooser.setFiles('test/journeys/support/photo.jpg');
    await full.getByText(/espacio/).first().waitFor();
    await full.getByRole('textbox', { name: 'Nota', exact: true }).fill('Se escribe con el disco lleno.');
    await full.getByRole('textbox', { name: 'Nota', exact: true }).blur();
    await full.getByText('Se escribe con el disco lleno.').last().waitFor();
    await quota()(full);
    await full.getByText('Guardado en esta tableta').nth(1).waitFor();
    await openAt(full, observations);
    await full.getByText('Se escribe con el disco lleno.').first().waitFor();
    expect(await full.getByRole('link', { name: /Se escribe con el disco lleno/ }).count()).toBe(1);
  });

  test('two people share it: each sees only their own, and the work of both reaches the server', async () => {
    const page = tablet.page();
    await everythingSent(page);
    await page.getByRole('button', { name: 'Bloquear', exact: true }).click();
    await page.getByRole('button', { name: 'Entra otra persona' }).or(page.getByRole('link', { name: 'Entra otra persona' })).click();
    await signIn(page, 'lucia@cotejo.example');
    await page.getByRole('link', { name: 'Brechas' }).first().waitFor();
    expect(await page.getByText('Se escribe con el disco lleno.').count()).toBe(0);

    // The browser's session is Lucía's now. Marta opens with her own password and writes.
    await tablet.close();
    await tablet.reopen();
    const again = tablet.page();
    await again.getByText('Marta Ibáñez').or(again.getByRole('button', { name: /Entra otra persona/ })).first().waitFor();
    if ((await again.getByText('Marta Ibáñez').count()) === 0 || (await again.getByText('lucia@cotejo.example').count()) > 0) {
      await again.getByRole('button', { name: /Entra otra persona/ }).click();
      await again.getByText('Marta Ibáñez').first().click();
    }
    await again.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await again.keyboard.press('Enter');
    await again.getByRole('heading', { name: 'Mis visitas' }).waitFor();
    await openAt(again, `${observations}/new`);
    await again.getByRole('textbox', { name: 'Nota', exact: true }).fill('Escrito con la sesión de otra persona.');
    await again.getByRole('textbox', { name: 'Nota', exact: true }).blur();
    await everythingSent(again);
    await openAt(again, '/safe');
    expect(await again.getByText(/Devueltos por el servidor/).count()).toBe(0);
  });

  test('a second window of the same person offers to go on there, and only one writes', async () => {
    const first = tablet.page();
    const second = await tablet.context().newPage();
    await second.goto('/');
    await second.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await second.keyboard.press('Enter');
    await second.getByRole('button', { name: /[Cc]ontinuar aquí/ }).click();
    await second.getByRole('heading', { name: 'Mis visitas' }).waitFor();
    await first.getByRole('button', { name: /[Cc]ontinuar aquí/ }).waitFor();
    expect(await first.getByRole('heading', { name: 'Mis visitas' }).count()).toBe(0);
    await second.close();
  });
});

/** Rows of drafts on the tablet's disk, over all people's databases. */
async function drafts(person: Person): Promise<number> {
  return person.page().evaluate(async () => {
    let count = 0;
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('cotejo-')) continue;
      count += await new Promise<number>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error ?? new Error('no database'));
        open.onsuccess = () => {
          const rows = open.result.transaction('drafts').objectStore('drafts').count();
          rows.onsuccess = () => {
            open.result.close();
            resolve(rows.result);
          };
        };
      });
    }
    return count;
  });
}
