import { expect, test, vi } from 'vitest';
import type { News } from '#server/live/pokes.ts';
import { postgresPokes } from '#server/live/postgresPokes.ts';
import { newDatabase, onPostgres } from '#test/server/postgres/newDatabase.ts';

vi.setConfig({ testTimeout: 60_000 });

async function listening(url: string) {
  const pokes = await postgresPokes(url);
  const heard: News[] = [];
  pokes.subscribe((news) => heard.push(news));
  return { pokes, heard };
}

test('[V4] what one instance commits, the streams of all instances hear, each once', async () => {
  const url = await newDatabase();
  const [one, other] = [await listening(url), await listening(url)];
  const scopes = Array.from({ length: 200 }, (_, i) => ({ scope: `visit:${i}`, seq: i }));
  one.pokes.publish({ scopes, rights: false });
  one.pokes.publish({ scopes: [], rights: true });
  await vi.waitFor(() => expect([other.heard.flatMap((news) => news.scopes).length, other.heard.some(({ rights }) => rights)]).toEqual([200, true]), { timeout: 20_000 });
  expect(other.heard.flatMap((news) => news.scopes).sort((a, b) => a.seq - b.seq)).toEqual(scopes);
  expect(one.heard).toEqual([{ scopes, rights: false }, { scopes: [], rights: true }]);
  await Promise.all([one.pokes.close(), other.pokes.close()]);
});

test('[V4] an instance that lost its connection comes back, says that something may have been missed, and sends what waited', async () => {
  const url = await newDatabase();
  const [one, other] = [await listening(url), await listening(url)];
  const lost = async () => onPostgres(url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cotejo live' and datname = current_database()");
  await lost();
  one.pokes.publish({ scopes: [{ scope: 'visit:1', seq: 5 }], rights: false });
  await vi.waitFor(() => {
    expect(one.heard.some(({ missed }) => missed)).toBe(true);
    expect(other.heard.some(({ missed }) => missed)).toBe(true);
  }, { timeout: 20_000 });
  one.pokes.publish({ scopes: [{ scope: 'visit:2', seq: 6 }], rights: false });
  await vi.waitFor(() => expect(other.heard.flatMap(({ scopes }) => scopes)).toContainEqual({ scope: 'visit:2', seq: 6 }), { timeout: 20_000 });
  await Promise.all([one.pokes.close(), other.pokes.close()]);
});

test('a note that no build of ours wrote is passed over', async () => {
  const url = await newDatabase();
  const { pokes, heard } = await listening(url);
  for (const payload of ['', 'not json', '{"from":1}']) await onPostgres(url, `select pg_notify('cotejo_live', '${payload}')`);
  await onPostgres(url, `select pg_notify('cotejo_live', '{"from":"x","scopes":[["visit:1",1]],"rights":false}')`);
  await vi.waitFor(() => expect(heard).toEqual([{ scopes: [{ scope: 'visit:1', seq: 1 }], rights: false }]), { timeout: 20_000 });
  await pokes.close();
});
