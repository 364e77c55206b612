// npm run import -- FILE: reads a manual into the database. Only the command's own report goes to stdout.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.NODE_ENV ??= 'production';
await runBuilt('import-main.js');
