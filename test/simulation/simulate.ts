import type { MemorySnapshot } from '#server/store/memoryStore.ts';
import { anAct } from './acts.ts';
import { attack } from './attacks.ts';
import { Broken, mustHold, type Invariant } from './broken.ts';
import { CRASH_POINTS } from './disk.ts';
import { carry } from './carry.ts';
import { checkAll } from './invariants.ts';
import { FAULTS } from './network.ts';
import { prng } from './prng.ts';
import type { Plan, Step } from './steps.ts';
import { aWorld, teamOf, type World } from './world.ts';

export type Run = { readonly ops: number; readonly failure: Failure | undefined; readonly told: readonly string[] };
export type Failure = { readonly invariant: Invariant; readonly detail: string };

/** Rounds in which all must be still once the network is good: what a restore brings back may take a few. */
const ROUNDS_TO_REST = 8;
/** The ordinary ends of a sync on a bad network; a tablet that stops for anything else is stuck. */
const EXPECTED: ReadonlySet<string> = new Set(['unreachable', 'broken-page', 'stuck', 'restored']);

/** One run of a plan: the steps, then a good network, then the questions. */
export async function simulate(plan: Plan): Promise<Run> {
  const told: string[] = [];
  let world: World | undefined;
  try {
    // Read by the patches that make answers and pushes small (`patches.ts`).
    Object.assign(globalThis, { opsPerAnswer: plan.opsPerAnswer, opsPerPush: plan.opsPerPush });
    world = await aWorld(plan);
    const backUps: MemorySnapshot[] = [];
    for (const [index, step] of plan.steps.entries()) {
      const what = await take(world, step, backUps);
      if (what !== undefined) told.push(`${String(index).padStart(3)}  ${what}`);
    }
    await bringToRest(world);
    await checkAll(world);
    return { ops: world.witness.ops.size, failure: undefined, told };
  } catch (cause) {
    const failure: Failure = cause instanceof Broken ? { invariant: cause.invariant, detail: cause.detail } : { invariant: 'crash', detail: String(cause instanceof Error ? cause.stack : cause) };
    return { ops: world?.witness.ops.size ?? 0, failure, told };
  } finally {
    await world?.store.close();
  }
}

/** Gives what was done, for a person who reads a failing run; nothing where there was nothing to do. */
async function take(world: World, { what, who, dice }: Step, backUps: MemorySnapshot[]): Promise<string | undefined> {
  const random = prng(dice);
  const tablet = world.tablets.get(who);
  const { memory } = world;
  if (what === 'back-up' && memory) {
    backUps.push(memory.snapshot());
    return 'the operator makes a back-up';
  }
  if (what === 'restore' && memory) {
    const backUp = backUps.at(-1);
    if (!backUp) return undefined;
    const how = random.chance(0.5) ? 'not noticed' : 'noticed';
    await world.restore(backUp, how);
    return `the operator restores the last back-up, ${how}`;
  }
  if (what === 'purge') {
    const purged = await world.purge(random);
    return purged && `the operator purges ${purged}`;
  }
  if (!tablet || world.lost.has(who)) return undefined;
  try {
    switch (what) {
      case 'write': {
        const changes = anAct(world, who, tablet, random);
        if (changes.length === 0) return undefined;
        await tablet.write(changes);
        return `${who} writes ${changes.map(({ entity, entityId, set, saw }) => `${entity} ${entityId ?? ''} ${JSON.stringify(set)}${saw ? ` having seen ${saw.length}` : ''}`).join(' and ')}`;
      }
      case 'sync': {
        const fault = random.pick(FAULTS);
        const synced = await tablet.sync(fault, random);
        mustHold('ends', synced.ok || EXPECTED.has(synced.error.type), () => `${who}: ${synced.ok ? '' : synced.error.type}`);
        return `${who} syncs (${fault}): ${synced.ok ? 'done' : synced.error.type}, ${tablet.replica().outbox().length} waiting`;
      }
      case 'crash': {
        const point = random.pick(CRASH_POINTS);
        tablet.armCrash(point);
        return `${who}’s power will go off ${point}`;
      }
      case 'restart':
        await tablet.restart(random);
        return `${who} restarts`;
      case 'team': {
        const marta = world.tablets.get('marta');
        const [dale, ines] = [world.tablets.get('dale'), world.tablets.get('ines')];
        if (!marta || !dale || !ines || world.lost.has('marta')) return undefined;
        const withInes = random.chance(0.5);
        await marta.write(...teamOf(world.agency, world.visit, marta.userId, withInes ? [dale.userId, ines.userId] : [dale.userId], { [`member.${ines.userId}`]: withInes }));
        const fault = random.pick(['none', 'old-request-late', 'answer-lost'] as const);
        // Teams are set with a network; an older request may still be on its way.
        if (random.chance(0.5)) await marta.sync(fault, random);
        return `marta sets the team ${withInes ? 'with' : 'without'} ines (${fault})`;
      }
      case 'clone':
        if (world.tablets.has('clone') || world.lost.has('dale')) return undefined;
        await world.copyOf('dale', 'clone');
        return 'dale’s tablet is copied';
      case 'lose':
        if (who === 'marta') return undefined;
        world.lost.add(who);
        return `${who} loses the tablet, ${tablet.replica().outbox().length} waiting`;
      case 'carry': {
        const to = random.pick(['marta', 'dale', 'ines', 'clone', 'ines', 'dale', 'lucia', 'spy'] as const);
        const other = world.tablets.get(to);
        if (!other || to === who || world.lost.has(to) || !['marta', 'dale', 'ines', 'clone'].includes(who)) return undefined;
        const carried = await carry(world, [who, tablet], [to, other], random);
        other.disk.check();
        return carried;
      }
      case 'attack': return await attack(world, who, tablet, random);
      case 'back-up':
      case 'restore': return undefined;
    }
  } finally {
    tablet.disk.check();
  }
}

async function bringToRest(world: World): Promise<void> {
  const random = prng(1);
  const living = [...world.tablets].filter(([who]) => !world.lost.has(who));
  for (let round = 0; round < ROUNDS_TO_REST; round++) {
    for (const [who, tablet] of living) {
      const synced = await tablet.sync('none', random);
      // The last armed crash may still go off once.
      mustHold('ends', synced.ok || round < ROUNDS_TO_REST / 2, () => `${who} does not come to rest: ${synced.ok ? '' : synced.error.type}`);
    }
  }
  for (const [who, tablet] of living) mustHold('ends', tablet.replica().outbox().length === 0, () => `${who} still has ${tablet.replica().outbox().length} ops to send`);
  for (const [who, tablet] of living) {
    // Who was taken off the team while away wrote in good faith.
    for (const { reason, op } of tablet.replica().refused()) mustHold('refusal', op.actor === world.tablets.get('ines')?.userId && reason === 'no-grant', () => `${who}: ${op.entity} ${op.id} refused: ${reason}`);
  }
}
