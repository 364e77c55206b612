import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfText } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { visitScope } from '#core/op/scope.ts';
import type { GrantRole, Person } from '#core/people/role.ts';
import type { Me } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import { createHandOver } from '#client/storage/bundle/createHandOver.ts';
import type { HandOver, Merged, OpenError } from '#client/storage/bundle/bundleOrder.ts';
import { newDeviceKey, signBatch } from '#client/storage/keys/deviceKey.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { smallVault, type SmallVault } from '#test/client/sync/smallVault.ts';
import { anId, fixedSource } from '#test/builders/opBuilder.ts';

export const INSTALLATION = anId();
export const VISIT = visitScope(anId());
export const VISIT_KEY = { id: anId(), key: Buffer.alloc(32, 5).toString('base64url') };
/** Cheap: the real one takes seconds. */
export const argon2 = async (words: string, salt: Uint8Array) => new Uint8Array(sha256(bytesOfText(`${words} ${Buffer.from(salt).toString('hex')}`)));

export type Carrier = {
  readonly person: Person;
  readonly device: { readonly id: string; readonly userId: string; readonly publicKey: string };
  readonly store: ReturnType<typeof memoryLogStore>;
  readonly replica: () => Replica;
  readonly files: SmallVault;
  readonly handOver: () => HandOver;
  /** What this tablet learned of the others' devices. */
  readonly knows: (...others: readonly Carrier[]) => void;
  readonly write: (entityId: string, text: string) => Promise<string>;
  readonly reopen: () => Promise<void>;
  readonly texts: () => readonly string[];
};

let seed = 40;

/** A tablet of the visit's team, without any server. */
export async function aCarrier(name: string, { scopes = [VISIT], userId = anId(), role = 'technical_advisor' }: { readonly scopes?: readonly ScopeId[]; readonly userId?: string; readonly role?: GrantRole } = {}): Promise<Carrier> {
  const person: Person = { id: userId, name, code: name.slice(0, 2).toUpperCase(), role };
  const pair = await newDeviceKey();
  const source = fixedSource((seed += 1));
  const device = { id: newUuid(source), userId, publicKey: pair.publicKey };
  let me: Me = { person, email: `${name}@cotejo.example`, installationId: INSTALLATION, people: [person], devices: [device], editions: [] };
  const store = memoryLogStore({
    counter: { n: 0, lamport: 0 }, epoch: 'e1', cursors: new Map(), outbox: [], segments: [], refused: [], held: [], scopes: new Map(scopes.map((scope) => [scope, new Set([role])])),
  });
  const open = (): Promise<Replica> => openReplica({ store, source, mayWrite: () => true, author: () => ({ actor: userId, device: device.id, timeZone: 'America/Hermosillo', skewMs: undefined }) });
  let replica = await open();
  const files = smallVault();
  const visitKeys = { newest: (scope: ScopeId) => (scope === VISIT ? VISIT_KEY : undefined), byId: (id: string) => (id === VISIT_KEY.id ? VISIT_KEY : undefined), save: async () => undefined };
  return {
    person, device, store, files,
    replica: () => replica,
    handOver: () => createHandOver({ replica, files, visitKeys, device: device.id, source, me: () => me, argon2, sign: (hashes) => signBatch(pair.privateKey, hashes) }),
    knows: (...others) => {
      me = { ...me, people: [person, ...others.map((other) => other.person)], devices: [device, ...others.map((other) => other.device)] };
    },
    write: async (entityId, text) => {
      const sealed = await replica.seal([{ scope: VISIT, entity: 'observation', entityId, set: { text } }]);
      if (!sealed.ok) throw new Error(sealed.error.type);
      return sealed.value.opIds[0] ?? '';
    },
    reopen: async () => {
      replica = await open();
    },
    texts: () => [...replica.state(VISIT).entities.values()].flatMap((entity) => entity.ops.flatMap((op) => (typeof op.set['text'] === 'string' ? [op.set['text']] : []))).sort(),
  };
}

const silent = (): void => undefined;

export const pass = async (from: Carrier, files: 'none' | 'only-here' | 'all' = 'all'): Promise<File> =>
  (await from.handOver().make({ scopes: [VISIT], files, key: { kind: 'visit', scope: VISIT } }, silent)).file;

export const backUp = async (from: Carrier, words: string, scopes: readonly ScopeId[] = [VISIT]): Promise<File> =>
  (await from.handOver().make({ scopes, files: 'all', key: { kind: 'passphrase', words } }, silent)).file;

/** Opens and merges. */
export async function take(into: Carrier, file: Blob, words?: string): Promise<Result<Merged, OpenError>> {
  const opened = await into.handOver().open(file, words);
  if (!opened.ok) return opened;
  const merged = await opened.value.merge(silent);
  if (!merged.ok) throw new Error(merged.error.type);
  return ok(merged.value);
}
