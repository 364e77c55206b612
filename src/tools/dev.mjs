// npm run dev: the screens by Vite with hot reload, the server by tsx, restarted at every change. The demo's data.
import { spawn } from 'node:child_process';
import { commandOf, prepare, root, say } from './prepare.mjs';

await prepare({ build: false });
const port = process.env.API_PORT ?? '4173';
const env = { ...process.env, API_PORT: port, PORT: port, COTEJO_DEMO: process.env.COTEJO_DEMO ?? '1' };

const children = [
  spawn(process.execPath, [commandOf('tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', 'src/server/main.ts'], { cwd: root, env, stdio: 'inherit' }),
  spawn(process.execPath, [commandOf('vite', 'bin', 'vite.js')], { cwd: root, env, stdio: 'inherit' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const child of children) {
  child.on('exit', (code) => {
    if (code) say(`A part of the development server ended with ${code}.`);
    process.exitCode ??= code ?? 0;
    stop();
  });
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
