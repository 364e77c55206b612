import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreSettings } from './openStore.ts';

/** Commands that only look must not make a database. What `DATABASE_URL` names is somebody else's to make. */
export const isDatabaseThere = ({ dataFolder, database }: StoreSettings): boolean => database !== undefined || existsSync(join(dataFolder, 'cotejo.sqlite'));
