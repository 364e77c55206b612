// Plain Node, no packages: this runs on a fresh clone. Everything that it prints goes to stderr, so that a command's
// own output stays clean.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const OLDEST_NODE = [20, 19];
const LOCK = join(root, 'package-lock.json');
const INSTALLED = join(root, 'node_modules', '.cotejo-lock');
const BUILT = join(root, 'dist', '.cotejo-build');
const SOURCES = ['src', 'locales', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

export const say = (line) => process.stderr.write(`${line}\n`);

/** Installs packages and builds where that is missing or old; seconds when nothing changed. Ends the process on failure. */
export async function prepare({ build = true } = {}) {
  process.chdir(root);
  checkNode();
  await install();
  if (build) await buildAll();
}

/** The path of a package's command, run with this Node: works on Windows too. */
export const commandOf = (...parts) => join(root, 'node_modules', ...parts);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  const wanted = OLDEST_NODE.join('.');
  say(`Cotejo necesita Node ${wanted} o más reciente; aquí corre ${process.versions.node}.`);
  say(`Cotejo needs Node ${wanted} or newer; this is ${process.versions.node}. https://nodejs.org`);
  process.exit(1);
}

async function install() {
  const wanted = sha256(readFileSync(LOCK));
  if (isInstalled(wanted)) return;
  say('Installing packages (npm ci): about a minute, once … / Instalando paquetes …');
  // Through the shell: npm is a script with another name on Windows.
  await run('npm', ['ci', '--no-audit', '--no-fund'], { shell: true });
  writeFileSync(INSTALLED, wanted);
}

function isInstalled(wanted) {
  if (existsSync(INSTALLED)) return readFileSync(INSTALLED, 'utf8') === wanted;
  // Installed by hand: npm's own record is at least as new as the lock file.
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || statSync(record).mtimeMs < statSync(LOCK).mtimeMs) return false;
  writeFileSync(INSTALLED, wanted);
  return true;
}

async function buildAll() {
  const sources = hashOfSources();
  const isBuilt = existsSync(join(root, 'dist', 'server', 'main.js')) && existsSync(join(root, 'dist', 'client', 'index.html'));
  if (isBuilt && existsSync(BUILT) && readFileSync(BUILT, 'utf8') === sources) return;
  const vite = commandOf('vite', 'bin', 'vite.js');
  say('Building the app … / Construyendo la aplicación …');
  await run(process.execPath, [vite, 'build', '--logLevel', 'warn']);
  say('Building the server … / Construyendo el servidor …');
  await run(process.execPath, [vite, 'build', '--ssr', '--logLevel', 'warn']);
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, sources);
}

/** By content: a checkout gives files new times. */
function hashOfSources() {
  const hash = createHash('sha256').update(process.versions.node);
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else hash.update(`\n${path.slice(root.length)}\n`).update(readFileSync(path));
  };
  for (const source of SOURCES) add(join(root, source));
  return hash.digest('hex');
}

function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
    const failed = (why) => {
      say(`${command} ${args.join(' ')}: ${why}`);
      process.exit(1);
    };
    child.on('error', (error) => failed(error.message));
    child.on('exit', (code, signal) => (code === 0 ? resolve() : failed(`ended with ${signal ?? code}`)));
  });
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Runs a built entry in this process, with its arguments and signals. */
export const runBuilt = (entry) => import(pathToFileURL(join(root, 'dist', 'server', entry)).href);
