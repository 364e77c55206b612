import { sha256 } from '@noble/hashes/sha2.js';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { Me } from '#core/protocol/wire.ts';
import { ok } from '#core/result.ts';
import { createHandOver } from '#client/storage/bundle/createHandOver.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import { mustHold } from './broken.ts';
import { Crash } from './disk.ts';
import type { Prng } from './prng.ts';
import type { Who } from './steps.ts';
import type { Tablet } from './tablet.ts';
import type { World } from './world.ts';

const silent = (): void => undefined;
const NO_FILES: FileVault = {
  has: async () => false, read: async () => undefined, store: async () => ok(undefined), waiting: async () => [], list: async () => [], readChunk: async () => undefined,
  uploadOf: () => undefined, markVerified: async () => undefined,
};
const VISIT_KEY = { id: '018f0000-0000-7000-8000-0000000000aa', key: Buffer.alloc(32, 5).toString('base64url') };
const TEAM: ReadonlySet<Who> = new Set(['marta', 'dale', 'ines', 'clone']);

/** What a tablet makes and opens files with. `knowsDevices`: whether the server has told it of the others' devices. */
function handOverOf(world: World, who: Who, tablet: Tablet, knowsDevices: boolean) {
  const person = { id: tablet.userId, name: who, code: who.slice(0, 2).toUpperCase(), role: 'technical_advisor' as const };
  const devices = [...world.tablets.values()].map(({ device, userId, publicKey }) => ({ id: device, userId, publicKey }));
  const me: Me = { person, email: `${who}@cotejo.example`, installationId: VISIT_KEY.id, people: [person], devices: knowsDevices ? devices : [], editions: [] };
  const mine = TEAM.has(who);
  return createHandOver({
    replica: tablet.replica(), files: NO_FILES, device: tablet.device, sign: tablet.sign, source: world.source, me: () => me,
    visitKeys: { newest: () => (mine ? VISIT_KEY : undefined), byId: (id) => (mine && id === VISIT_KEY.id ? VISIT_KEY : undefined), save: async () => undefined },
    // Cheap: the real one takes seconds.
    argon2: async (words, salt) => sha256(Buffer.from(`${words} ${Buffer.from(salt).toString('hex')}`)),
  });
}

/** A file from one tablet is opened on another: a colleague's, the same person's new one, or one that must not read it. Gives what happened. */
export async function carry(world: World, from: readonly [Who, Tablet], to: readonly [Who, Tablet], random: Prng): Promise<string> {
  const visit = visitScope(world.visit);
  const wanted: readonly ScopeId[] = random.chance(0.5) ? [visit] : [visit, agencyScope(world.agency)];
  const scopes = wanted.filter((scope) => from[1].replica().scopes().has(scope));
  if (scopes.length === 0) return `${from[0]} has nothing to pass on`;
  const made = await handOverOf(world, ...from, true).make({ scopes, files: 'none', key: { kind: 'visit', scope: visit } }, silent);
  const isDamaged = random.chance(0.15);
  const file = isDamaged ? await damaged(made.file, random) : made.file;
  const what = `${from[0]} passes ${made.ops} ops to ${to[0]}${isDamaged ? ', damaged on the way' : ''}`;
  const opened = await handOverOf(world, ...to, random.chance(0.8)).open(file);
  mustHold('words', !(isDamaged && opened.ok), () => `${to[0]} opened a damaged file`);
  mustHold('foreign', !opened.ok || TEAM.has(to[0]), () => `${to[0]} opened the team's file`);
  if (!opened.ok) return `${what}: ${opened.error.type}`;
  try {
    const merged = await opened.value.merge(silent);
    return `${what}: ${merged.ok ? `${merged.value.ops} were new` : merged.error.type}`;
  } catch (cause) {
    if (!(cause instanceof Crash)) throw cause;
    await to[1].restart(random);
    return `${what}: the power went off`;
  }
}

async function damaged(file: Blob, random: Prng): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (random.chance(0.3)) return new Blob([bytes.slice(0, random.below(bytes.length))]);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return new Blob([bytes]);
}
