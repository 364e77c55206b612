import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './repoFiles.ts';

const SETTINGS = ['.oxlintrc.json', 'package.json', 'tsconfig.base.json', 'tsconfig.json'];
const PARTS = ['src/core', 'src/client', 'src/client/service-worker', 'src/server', 'test'];

type Report = { readonly diagnostics: readonly { readonly filename: string; readonly code?: string; readonly message: string }[] };

/**
 * Lints a small tree of its own under the project's own settings: path → source in, path → rules broken out.
 * One run of the linter for all files, because starting it is what costs.
 */
export function lintCopy(sources: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-lint-'));
  try {
    for (const path of [...SETTINGS, ...PARTS.map((part) => `${part}/tsconfig.json`)]) copyFileSync(join(ROOT, path), madeFolder(folder, path));
    for (const [path, source] of sources) writeFileSync(madeFolder(folder, path), source);
    const linter = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const typeAware = join(ROOT, 'node_modules', 'oxlint-tsgolint', 'bin', 'tsgolint.js');
    const run = spawnSync(process.execPath, [linter, '--format', 'json'], {
      cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, OXLINT_TSGOLINT_PATH: typeAware },
    });
    return rulesByFile(run.stdout, run.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function madeFolder(folder: string, path: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  return join(folder, path);
}

function rulesByFile(stdout: string, stderr: string): ReadonlyMap<string, readonly string[]> {
  if (!stdout.startsWith('{')) throw new Error(`the linter did not run: ${stdout}${stderr}`);
  const report: Report = JSON.parse(stdout);
  const byFile = new Map<string, string[]>();
  for (const { filename, code, message } of report.diagnostics) {
    const path = filename.replaceAll('\\', '/');
    byFile.set(path, [...(byFile.get(path) ?? []), code ?? message]);
  }
  return byFile;
}
