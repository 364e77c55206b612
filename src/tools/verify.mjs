// npm run verify: compares everything that is stored with its hashes. Only the command's own report goes to stdout.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.NODE_ENV ??= 'production';
await runBuilt('verify-main.js');
