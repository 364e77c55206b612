import { newUuid } from '#core/ids.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { observation, serverWorld } from '#test/server/builders/serverWorld.ts';

/** A server that takes pushes until it is killed, and writes a line for each that it acknowledged: the visit, the op. */
const world = await serverWorld(await openSqliteStore(process.argv[2] ?? '', 0));
const dale = await world.tablet('dale');
for (;;) {
  const op = dale.seal(observation(world.visit1, newUuid(world.ids)));
  const answer = await dale.sync(dale.request([op]));
  if (answer.results[0]?.status !== 'ok') throw new Error(JSON.stringify(answer.results));
  process.stdout.write(`${world.visit1} ${op.id}\n`);
}
