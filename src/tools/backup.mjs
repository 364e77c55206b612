// npm run backup: copies database and files while the server runs. Only the command's own report goes to stdout.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.NODE_ENV ??= 'production';
await runBuilt('backup-main.js');
