import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { registerDevice } from '#server/auth/registerDevice.ts';
import { runBackup } from '#server/backup/backupCommand.ts';
import { backupsIn, type Backup } from '#server/backup/backupManifest.ts';
import { makeBackup } from '#server/backup/makeBackup.ts';
import { restoreBackup, restoreFilesOnly } from '#server/backup/restoreBackup.ts';
import { runRestore } from '#server/backup/restoreCommand.ts';
import { PURGED_LIST, purgedListFile } from '#server/purge/purgedList.ts';
import { openFileBytes } from '#server/files/openFileBytes.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import type { Store } from '#server/store/store.ts';
import { verifyStore } from '#server/verify/verifyStore.ts';
import { anObjectStore } from '#test/server/files/anObjectStore.ts';
import { prng } from '#test/simulation/prng.ts';
import { aServer } from '#test/simulation/server.ts';
import { aTablet } from '#test/simulation/tablet.ts';
import { aWitness } from '#test/simulation/witness.ts';
import { anInstallation, type Installation } from './backedUp.ts';

vi.setConfig({ testTimeout: 120_000 });

let it: Installation;
let nowMs = Date.parse('2026-11-25T15:00:00Z');
beforeEach(async () => { it = await anInstallation(); });
afterEach(() => it.dispose());

const back = (bytes = it.bytes): Promise<Backup> => makeBackup({ database: { path: it.database }, bytes }, it.root, (nowMs += 60_000));
const restoreTo = (dataFolder: string, backup: Backup, force = false) => restoreBackup(backup, it.root, { dataFolder, objects: undefined }, { force, nowMs });
const inventory = async (store: Store) => store.transaction(async (tx) => (await tx.ops.scopes()).map(({ id, seq, chain }) => `${id} ${seq} ${chain}`));

test('[B2] a back-up that is made while tablets push is one moment of the log, whole, and has all that was acknowledged before it', async () => {
  const path = join(it.folder, 'busy.sqlite');
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '..', 'pushForEver.ts'), path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const acknowledged: string[] = [];
  const backups: { readonly backup: Backup; readonly before: readonly string[] }[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line.split(' ')[1] ?? '');
    if (acknowledged.length % 20 !== 0 || backups.length === 3) continue;
    const before = [...acknowledged];
    backups.push({ before, backup: await makeBackup({ database: { path }, bytes: it.bytes }, it.root, (nowMs += 60_000)) });
    if (backups.length === 3) child.kill('SIGKILL');
  }
  await ended;
  for (const { backup, before } of backups) {
    const store = await openSqliteStore(join(backup.folder, 'cotejo.sqlite'), 0);
    expect(await verifyStore({ store, bytes: it.bytes }, () => undefined)).toMatchObject({ damaged: 0, ops: backup.manifest.ops });
    const known = await store.transaction((tx) => tx.ops.knownOps(before));
    expect(before.filter((id) => !known.has(id))).toEqual([]);
    await store.close();
  }
});

test('[B2] what was backed up comes back whole: log, people, files', async () => {
  for (const text of ['uno', 'dos']) await it.note(text);
  const sha256 = await it.upload('plano', 2 * CHUNK_BYTES + 9);
  const backup = await back();
  const there = await inventory(it.store);
  const elsewhere = join(it.folder, 'other');
  mkdirSync(elsewhere);
  expect(await restoreTo(elsewhere, backup)).toEqual({ ok: true, value: { movedTo: undefined, files: 1 } });
  const store = await openSqliteStore(join(elsewhere, 'cotejo.sqlite'), 0);
  const bytes = await openFileBytes({ dataFolder: elsewhere });
  expect(await inventory(store)).toEqual(there);
  expect(await verifyStore({ store, bytes }, () => undefined)).toMatchObject({ damaged: 0, files: 1 });
  expect((await store.transaction((tx) => tx.files.file(it.scope, sha256)))?.verified).toBe(true);
  await store.close();
});

test('[B2] the next back-up copies only what is new, and leaves the earlier one as it was', async () => {
  await it.upload('primera foto');
  let reads = 0;
  const counting = { ...it.bytes, read: (...given: Parameters<typeof it.bytes.read>) => {
    reads += 1;
    return it.bytes.read(...given);
  } };
  const first = await back(counting);
  const manifest = readFileSync(join(first.folder, 'manifest.json'), 'utf8');
  await it.upload('segunda foto');
  const readsOfFirst = reads;
  reads = 0;
  const second = await back(counting);
  expect(reads).toBe(readsOfFirst);
  expect([first.manifest.files.length, second.manifest.files.length]).toEqual([1, 2]);
  expect(readFileSync(join(first.folder, 'manifest.json'), 'utf8')).toBe(manifest);
  expect(backupsIn(it.root).map(({ name }) => name)).toEqual([first.name, second.name]);
});

test('[B2] a back-up that broke off is known as such, is never restored, and the good one before it stays', async () => {
  await it.upload('foto');
  const good = await back();
  await it.upload('otra foto');
  await expect(back({ ...it.bytes, read: () => Promise.reject(new Error('the disk went')) })).rejects.toThrow('the disk went');
  expect(readdirSync(it.root).filter((name) => name.endsWith('.unfinished'))).toHaveLength(1);
  expect(backupsIn(it.root).map(({ name }) => name)).toEqual([good.name]);
  expect((await restoreTo(join(it.folder, 'other'), good)).ok).toBe(true);
});

test('[B3] restoring refuses beside a running server, over data that is there, and from a damaged back-up, and changes nothing', async () => {
  await it.note('uno');
  const sha256 = await it.upload('foto');
  const backup = await back();
  expect(await restoreTo(it.dataFolder, backup, true)).toEqual({ ok: false, error: { type: 'server-running' } });
  const data = await it.stop();
  const before = readdirSync(data);
  expect(await restoreTo(data, backup)).toEqual({ ok: false, error: { type: 'data-there' } });
  const piece = readdirSync(join(it.root, 'files'), { recursive: true }).map(String).find((name) => name.includes(sha256));
  const whole = readFileSync(join(it.root, 'files', piece ?? ''));
  writeFileSync(join(it.root, 'files', piece ?? ''), 'fote');
  expect(await restoreTo(data, backup, true)).toEqual({ ok: false, error: { type: 'file-damaged', scope: it.scope, sha256 } });
  writeFileSync(join(it.root, 'files', piece ?? ''), whole);
  const database = readFileSync(join(backup.folder, 'cotejo.sqlite'));
  database[database.length - 1] = (database.at(-1) ?? 0) ^ 1;
  writeFileSync(join(backup.folder, 'cotejo.sqlite'), database);
  expect(await restoreTo(data, backup, true)).toEqual({ ok: false, error: { type: 'database-damaged' } });
  // Its write-ahead log was empty, and asking whether a server runs has put it away.
  expect(readdirSync(data)).toEqual(before.filter((name) => !/-(wal|shm)$/.test(name)));
});

test('[B3] with force, what was there is moved aside and not deleted; the server’s key and the list of purged ids stay', async () => {
  const backup = await back();
  await it.note('después');
  const data = await it.stop();
  for (const name of ['server.key', 'purged.list', 'server.boot']) writeFileSync(join(data, name), name);
  const restored = await restoreTo(data, backup, true);
  const movedTo = restored.ok ? (restored.value.movedTo ?? '') : '';
  expect(existsSync(join(movedTo, 'cotejo.sqlite'))).toBe(true);
  expect(['server.key', 'purged.list', 'server.boot'].map((name) => existsSync(join(data, name)))).toEqual([true, true, false]);
  const old = await openSqliteStore(join(movedTo, 'cotejo.sqlite'), 0);
  expect(await verifyStore({ store: old, bytes: it.bytes }, () => undefined)).toMatchObject({ ops: 1, damaged: 0 });
  await old.close();
});

test('[B3] [S11] [L12] after a restore every tablet sends again what the back-up does not have', async () => {
  let current = it.store;
  let restored = false;
  const store: Store = { ...it.store, transaction: (work) => current.transaction(work) };
  const [witness, random] = [aWitness(), prng(3)];
  const server = aServer({ store, nowMs: it.world.ids.nowMs, macKey: it.world.deps.macKey }, witness, () => restored);
  const tablet = async (name: 'marta' | 'dale') => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const [userId, device] = [it.world.users[name], newUuid(it.world.ids)];
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
    const register = async (): Promise<void> => {
      const registered = await registerDevice(store, userId, { device, publicKey: key }, 0);
      if (!registered.ok) throw new Error(registered.error.type);
    };
    await register();
    const made = await aTablet({ name, userId, device, privateKey, publicKey: key, source: it.world.ids, witness, server, register, skewMs: 0 });
    await made.sync('none', random);
    return made;
  };
  const [marta, dale] = [await tablet('marta'), await tablet('dale')];
  const note = (text: string) => [{ scope: it.scope, entity: 'observation', entityId: newUuid(it.world.ids), set: { text } }];
  await marta.write(note('antes'));
  await marta.sync('none', random);
  const backup = await back();
  await marta.write(note('después 1'));
  await dale.write(note('después 2'));
  for (const one of [marta, dale, marta]) await one.sync('none', random);

  const data = await it.stop();
  expect((await restoreTo(data, backup, true)).ok).toBe(true);
  current = await openSqliteStore(join(data, 'cotejo.sqlite'), 0);
  restored = true;
  for (let round = 0; round < 3; round++) for (const one of [dale, marta]) await one.sync('none', random);
  expect((await current.transaction((tx) => tx.ops.opsAfter(it.scope, 0, 100)))).toHaveLength(3);
  for (const one of [marta, dale]) {
    expect(one.replica().outbox()).toEqual([]);
    expect(one.replica().state(it.scope).opIds.size).toBe(3);
  }
  expect(await verifyStore({ store: current, bytes: it.bytes }, () => undefined)).toMatchObject({ damaged: 0 });
  await current.close();
});

test('[B3] what was purged after the back-up is not there again after a restore, and everything still verifies', async () => {
  for (const text of ['se queda', 'se borra por ley']) await it.note(text);
  const [, erased] = await it.store.transaction((tx) => tx.ops.opsAfter(it.scope, 0, 10));
  const backup = await back();
  const elsewhere = join(it.folder, 'other');
  mkdirSync(elsewhere);
  purgedListFile(join(elsewhere, PURGED_LIST)).append([{ scope: it.scope, id: erased?.id ?? '', at: '2026-11-25T16:00:00.000Z' }]);
  expect((await restoreTo(elsewhere, backup)).ok).toBe(true);
  const store = await openSqliteStore(join(elsewhere, 'cotejo.sqlite'), 0);
  const bodies = (await store.transaction((tx) => tx.ops.opsAfter(it.scope, 0, 10))).map(({ body }) => body).join();
  expect([bodies.includes('se queda'), bodies.includes('se borra por ley')]).toEqual([true, false]);
  expect(await verifyStore({ store, bytes: it.bytes }, () => undefined)).toMatchObject({ ops: 2, damaged: 0 });
  await store.close();
});

test('[B2] an upload that was under way is begun anew after a restore: its pieces are not in the back-up', async () => {
  await it.store.transaction(async (tx) => {
    await tx.files.lockFile(it.scope, 'a'.repeat(64), 2);
    await tx.files.putChunk(it.scope, 'a'.repeat(64), 0, { piece: 'ab', sizeBytes: CHUNK_BYTES });
  });
  const backup = await back();
  const elsewhere = join(it.folder, 'other');
  await restoreTo(elsewhere, backup);
  const store = await openSqliteStore(join(elsewhere, 'cotejo.sqlite'), 0);
  expect((await store.transaction((tx) => tx.files.progressOf(it.scope, ['a'.repeat(64)]))).size).toBe(0);
  await store.close();
});

test('[B2] files in an object store are backed up, and come back into an empty one', async () => {
  const [from, to] = [await anObjectStore(), await anObjectStore()];
  const [source, target] = [await openFileBytes({ dataFolder: '', objectStore: from.settings }), await openFileBytes({ dataFolder: '', objectStore: to.settings })];
  const sha256 = await it.upload('foto');
  const [{ piece } = { piece: '' }] = [...(await it.store.transaction((tx) => tx.files.chunks(it.scope, sha256))).values()];
  await source.write({ scope: it.scope, sha256 }, piece, Buffer.from('foto'));
  const backup = await makeBackup({ database: { store: it.store }, bytes: source }, it.root, (nowMs += 60_000));
  expect(backup.manifest.database).toBeUndefined();
  const epoch = await it.store.transaction((tx) => tx.meta.get('epoch'));
  expect(await restoreFilesOnly(backup, it.root, it.store, target, nowMs)).toMatchObject({ ok: true, value: { files: 1 } });
  expect(Buffer.from((await target.read({ scope: it.scope, sha256 }, piece)) ?? []).toString()).toBe('foto');
  expect(await it.store.transaction((tx) => tx.meta.get('epoch'))).not.toBe(epoch);
  await Promise.all([from.close(), to.close()]);
});

test('the commands say where the back-up is, what is not in it on purpose, and what stands in the way', async () => {
  const lines: string[] = [];
  const say = { print: (line: string) => lines.push(line), printError: (line: string) => lines.push(line) };
  const io = { ...say, dataFolder: it.dataFolder, usesPostgres: false, isThere: () => true, back: () => back() };
  expect(await runBackup(['--to', it.root], io)).toBe(0);
  expect(lines.join('\n')).toMatch(/Back-up made \/ Respaldo hecho: [\s\S]*server\.key and purged\.list[\s\S]*server\.key ni purged\.list/);
  expect(await runBackup([], io)).toBe(1);
  expect(await runBackup(['--to', it.root], { ...io, isThere: () => false })).toBe(1);
  const restoreIo = { ...say, dataFolder: it.dataFolder, missingKeys: () => ['server.key'], restore: (backup: Backup, _root: string, force: boolean) => restoreTo(it.dataFolder, backup, force) };
  expect(await runRestore(['--from', it.root, '--force'], restoreIo)).toBe(1);
  expect(lines.join('\n')).toContain('deténgalo primero');
  const data = await it.stop();
  expect(await runRestore(['--from', it.root, '--force'], { ...restoreIo, restore: (backup, _root, force) => restoreTo(data, backup, force) })).toBe(0);
  expect(lines.join('\n')).toContain('server.key no está en');
  expect(await runRestore(['--from', join(it.folder, 'nowhere')], restoreIo)).toBe(1);
  expect(await runRestore(['--from', it.root, '--at', '2001-01-01T00-00-00Z'], restoreIo)).toBe(1);
});
