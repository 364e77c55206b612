// npm run restore: puts a back-up in the place of the data. Only the command's own report goes to stdout.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.NODE_ENV ??= 'production';
await runBuilt('restore-main.js');
