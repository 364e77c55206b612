import { spawn } from 'node:child_process';
import { root, say } from './prepare.mjs';

/** Runs a task with its output shown, says how long it took, and gives back whether it ended well. */
export function runTask({ title, command, args, env }) {
  const startedAtMs = Date.now();
  say(`\n── ${title}`);
  return new Promise((resolve) => {
    const ended = (good, why) => {
      const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
      say(`\n${good ? '✓' : '✗'} ${title}: ${why}, ${seconds} s`);
      resolve(good);
    };
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => ended(false, error.message));
    child.on('exit', (code, signal) => ended(code === 0, code === 0 ? 'good' : `ended with ${signal ?? code}`));
  });
}
