// The browser that comes as a compressed file inside @sparticuz/chromium (Linux on x64). Only its binary is used: the
// package's own arguments switch web security off.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './prepare.mjs';

const HOME = join(root, 'node_modules', '.cache', 'cotejo-chromium');

/** The path of a start script for it, or undefined where this is no such machine or it cannot be unpacked. */
export async function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const start = join(HOME, 'start.sh');
  if (existsSync(start)) return start;
  // A half unpacked browser would be taken for a whole one.
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  say('Unpacking the browser of @sparticuz/chromium …');
  // In a process of its own: the package unpacks into the temporary folder, and with the name of a Lambda environment it
  // unpacks the system libraries that a bare machine lacks.
  const env = { ...process.env, TMPDIR: HOME, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0 || !existsSync(join(HOME, 'chromium'))) return undefined;
  // The machine's own libraries first.
  const libraries = join(HOME, 'al2023', 'lib');
  writeFileSync(start, [
    '#!/bin/sh',
    'if ! ldd "$(dirname "$0")/chromium" | grep -q "not found"; then exec "$(dirname "$0")/chromium" "$@"; fi',
    `LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${libraries}" FONTCONFIG_PATH="\${FONTCONFIG_PATH:-${join(HOME, 'fonts')}}" exec "$(dirname "$0")/chromium" "$@"`,
    '',
  ].join('\n'));
  chmodSync(start, 0o755);
  return start;
}
