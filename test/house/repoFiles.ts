import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

const TOP_LEVEL_FOLDERS = ['src', 'public', 'locales', 'test'];
const TEXT = /\.(ts|tsx|mjs|css|json|md|html|svg|txt|csv)$/;

export type RepoFile = { readonly path: string; readonly text: string };

/** The project's own text files, with paths from the root in `/`: what git tracks, read without needing git. */
export function repoFiles(within: string = '', ending: RegExp = TEXT): readonly RepoFile[] {
  const topLevel = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
    .map((entry) => entry.name);
  const nested = TOP_LEVEL_FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1).replaceAll('\\', '/')),
  );
  return [...topLevel, ...nested]
    .filter((path) => path.startsWith(within) && ending.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
