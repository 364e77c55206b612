// npm run serve: production. Never the demo.
import { prepare, runBuilt } from './prepare.mjs';

await prepare();
process.env.COTEJO_DEMO = '0';
process.env.NODE_ENV ??= 'production';
await runBuilt('main.js');
