// Runs one PostgreSQL until its own standard input ends, which happens also when whoever started it is killed; then stops it and
// removes its folder. Plain Node: `node keepPostgres.mjs BINARY FOLDER PORT [UID GID]`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [binary = '', folder = '', port = '', uid, gid] = process.argv.slice(2);
const settings = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', shared_buffers: '32MB', log_min_messages: 'log',
  // The machine is not what fails in these tests.
  fsync: 'off', full_page_writes: 'off',
};
const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
const postgres = spawn(binary, ['-D', `${folder}/data`, '-p', port, ...flags], {
  cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...(uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) }),
});
postgres.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
process.stdin.resume().on('end', () => postgres.kill('SIGINT'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => postgres.kill('SIGINT'));
