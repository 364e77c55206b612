// npm start: the demo, on a fresh clone too.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.COTEJO_DEMO ??= '1';
process.env.NODE_ENV ??= 'production';
await runBuilt('main.js');
