import { proveSeeds } from './proveSeeds.ts';

proveSeeds(2);
