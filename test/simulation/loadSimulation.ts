import { join } from 'node:path';
import { runnerImport } from 'vite';
import { patching, smallBatches, type Patch } from './patches.ts';
import type * as simulation from './simulation.ts';

/** The simulation over the product's own modules, with these patches in their text. */
export async function loadSimulation(patches: readonly Patch[] = []): Promise<typeof simulation> {
  const root = join(import.meta.dirname, '../..');
  const { module } = await runnerImport<typeof simulation>(join(root, 'test/simulation/simulation.ts'), {
    configFile: false, root, logLevel: 'error', plugins: [patching([...smallBatches, ...patches])],
  });
  return module;
}
