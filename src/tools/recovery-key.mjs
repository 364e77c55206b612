// npm run recovery-key: see its usage. Only the command's own words go to stdout.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.NODE_ENV ??= 'production';
await runBuilt('recovery-key-main.js');
