// npm run admin -- --email … --name …: the invitation of an administrator. Only the command's own words go to stdout.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.NODE_ENV ??= 'production';
await runBuilt('admin-main.js');
