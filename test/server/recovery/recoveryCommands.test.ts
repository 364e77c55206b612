import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { newSealingPair, openSealed, sealTo } from '#client/storage/keys/sealTo.ts';
import { sha256OfText } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import { dataKeyContext, readShare, requestCode, showShare } from '#core/people/recoveryShare.ts';
import { askRecovery } from '#server/recovery/askRecovery.ts';
import { openBox, publicKeyOf, sealBox } from '#server/recovery/boxes.ts';
import { account, id } from '#test/server/builders/storeRows.ts';
import { aRecoveryServer } from './recoveryWorld.ts';

const TWO = ['--holder', 'Ana Belmonte', '--holder', 'Beto Ruiz'] as const;
const CONTEXT = dataKeyContext(id(11));
const plain = new TextEncoder().encode('la clave de los datos');

/** A request of Marta's tablet, sealed to this server's newest key; gives its code. */
async function ask(server: ReturnType<typeof aRecoveryServer>): Promise<string> {
  const key = await server.current();
  if (!key) throw new Error('no key');
  const { store, nowMs } = server.deps;
  await store.transaction(async (tx) => {
    if (!(await tx.people.accountById(id(11)))) await tx.people.addAccount(account(11, { name: 'Marta' }));
  });
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', await newDataKey()));
  const { publicKey } = await newSealingPair();
  const request = { id: newUuid({ nowMs, randomBytes }), userId: id(11), device: id(31), keyId: key.id, sealed: await sealTo(key.publicKey, CONTEXT, raw), answerKey: publicKey, tokenHash: sha256OfText('t') };
  expect((await askRecovery(store, request, nowMs(), { ip: '', device: undefined })).ok).toBe(true);
  return requestCode(request.id, request.answerKey);
}

test('[A28] what a tablet seals the server’s command opens, and the other way round; nothing else opens it', async () => {
  const secret = randomBytes(32);
  const box = await sealTo(publicKeyOf(secret), CONTEXT, plain);
  expect(Buffer.from(openBox(secret, CONTEXT, box) ?? [])).toEqual(Buffer.from(plain));
  expect(openBox(randomBytes(32), CONTEXT, box)).toBeUndefined();
  expect(openBox(secret, dataKeyContext(id(12)), box)).toBeUndefined();
  expect(openBox(secret, CONTEXT, { ...box, box: `${box.box.slice(0, -2)}${box.box.endsWith('AA') ? 'BB' : 'AA'}` })).toBeUndefined();
  const { publicKey: foreign } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
  expect(openBox(secret, CONTEXT, { ...box, ephemeral: foreign.export({ format: 'der', type: 'spki' }).toString('base64url') })).toBeUndefined();

  const tablet = await newSealingPair();
  const answer = sealBox(tablet.publicKey, CONTEXT, plain);
  expect(await openSealed(tablet.privateKey, CONTEXT, answer)).toEqual(plain);
  expect(await openSealed((await newSealingPair()).privateKey, CONTEXT, answer)).toBeUndefined();
});

test('[A28] the key leaves in two files, one for each person; the server keeps its public half only', async () => {
  const server = aRecoveryServer();
  expect(await server.recoveryKey(...TWO, '--to', 'k')).toBe(0);
  const key = await server.current();
  const texts = [...server.files.values()];
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('Ana Belmonte');
  expect(texts[0]).not.toContain('Beto Ruiz');
  expect(texts[1]).toContain('Beto Ruiz');
  const shares = texts.map((text) => readShare(text));
  expect(shares.map((share) => share.ok && share.value.part)).toEqual([1, 2]);
  const kept = JSON.stringify([await server.deps.store.transaction((tx) => tx.meta.get('recoveryKeys')), await server.deps.store.transaction((tx) => tx.audit.inOrder(0, 9))]);
  expect(kept).toContain(key?.publicKey);
  for (const share of shares) if (share.ok) expect(kept).not.toContain(showShare(share.value).slice(12));
});

test('[A28] a key that is there is not replaced unless somebody says so, and one that cannot be written down is not made', async () => {
  const server = aRecoveryServer();
  await server.recoveryKey(...TWO, '--to', 'k');
  const first = await server.current();
  expect(await server.recoveryKey(...TWO)).toBe(1);
  expect(server.errors.join('\n')).toContain('Para hacer otra: --replace');
  expect(await server.current()).toEqual(first);
  expect(await server.recoveryKey(...TWO, '--replace')).toBe(0);
  expect((await server.current())?.id).not.toBe(first?.id);
  const second = await server.current();
  server.files.set(`full/cotejo-recovery-${second?.id}-1.txt`, '');
  const stuck = aRecoveryServer();
  stuck.files.set = () => { throw new Error('ENOSPC'); };
  expect(await stuck.recoveryKey(...TWO, '--to', 'full')).toBe(1);
  expect(await stuck.current()).toBeUndefined();
});

test('two different people keep the shares', async () => {
  const server = aRecoveryServer();
  for (const argv of [[], ['--holder', 'Ana'], ['--holder', 'Ana', '--holder', 'ana'], ['--holder', 'A', '--holder', 'B', '--holder', 'C'], ['--nope']]) expect(await server.recoveryKey(...argv)).toBe(1);
  expect(await server.current()).toBeUndefined();
});

test('who asks is listed with the code that they read out', async () => {
  const server = aRecoveryServer();
  await server.makeKey();
  server.out.length = 0;
  await server.recover();
  expect(server.out.join('\n')).toContain('Nadie espera una recuperación.');
  const code = await ask(server);
  await server.recover();
  expect(server.out.at(-1)).toMatch(new RegExp(`^${code} +Marta <p11@example.org> +2026-11-25 00:00 UTC`));
});

test('[A29] what does not fit is said in words, and answers nothing', async () => {
  const server = aRecoveryServer();
  const { shares: [one, other] } = await server.makeKey();
  const code = await ask(server);
  const text = server.files.get(one) ?? '';
  server.files.set('letter', 'Querida Ana');
  server.files.set('mistyped', text.replace(/R1-(.)/, (_, first: string) => `R1-${first === 'A' ? 'B' : 'A'}`));
  const foreign = aRecoveryServer();
  const { shares: theirs } = await foreign.makeKey();
  server.files.set('theirs', foreign.files.get(theirs[1]) ?? '');
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['AAAA-AAAA', one, other, /Ninguna solicitud tiene este código/], [code, one, one, /Las dos son la parte 1/], [code, one, 'letter', /no contiene una parte/],
    [code, 'mistyped', other, /error de copia/], [code, one, 'theirs', /claves distintas/], [code, one, 'nowhere', /ENOENT/],
  ];
  for (const [request, first, second, words] of cases) {
    server.errors.length = 0;
    expect(await server.recover('--request', request, '--share', first, '--share', second)).toBe(1);
    expect(server.errors.join('\n')).toMatch(words);
  }
  server.clock.nowMs += 7 * 24 * 60 * 60 * 1000;
  server.errors.length = 0;
  expect(await server.recover('--request', code, '--share', one, '--share', other)).toBe(1);
  expect(server.errors.join('\n')).toMatch(/La solicitud venció/);
});

test('[A28] a share that was forged to look right does not make the key', async () => {
  const server = aRecoveryServer();
  const { shares: [one, other], key } = await server.makeKey();
  const code = await ask(server);
  server.files.set('forged', showShare({ keyId: key.id, part: 2, bytes: new Uint8Array(32).fill(3) }));
  expect(await server.recover('--request', code, '--share', one, '--share', 'forged')).toBe(1);
  expect(server.errors.join('\n')).toContain('no forman la clave');
  expect(await server.recover('--request', code, '--share', one, '--share', other)).toBe(0);
  expect(await server.recover('--request', code, '--share', one, '--share', other)).toBe(1);
  expect(server.errors.join('\n')).toContain('ya se respondió');
});
