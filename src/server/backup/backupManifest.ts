import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hex64 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** What one back-up holds. Written last: a folder without it is no back-up. */
const backupManifest = v.object({
  format: v.literal('cotejo-backup-1'),
  madeAt: v.string(),
  /** Absent: the database is PostgreSQL's, backed up by its own tools. */
  database: v.optional(v.object({ sha256: hex64, sizeBytes: count })),
  scopes: count,
  ops: count,
  /** Verified files with their pieces in order, which lie beside all back-ups in `files/`. */
  files: v.array(v.object({ scope: v.string(), sha256: hex64, chunks: v.array(v.object({ piece: v.string(), sizeBytes: count })) })),
  /** Files whose bytes were damaged or missing when this back-up was made. */
  damaged: v.array(v.object({ scope: v.string(), sha256: hex64 })),
});
export type BackupManifest = v.InferOutput<typeof backupManifest>;

export const MANIFEST = 'manifest.json';
export const DATABASE = 'cotejo.sqlite';
/** The bytes of all back-ups in one folder: each piece once. */
export const FILES = 'files';
const STAMP = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:-\d+)?Z$/;

export type Backup = { readonly folder: string; readonly name: string; readonly manifest: BackupManifest };

/** The finished back-ups in a folder, oldest first. */
export function backupsIn(root: string): readonly Backup[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).filter((name) => STAMP.test(name)).sort().flatMap((name) => {
    const folder = join(root, name);
    const manifest = readManifest(join(folder, MANIFEST));
    return manifest ? [{ folder, name, manifest }] : [];
  });
}

function readManifest(path: string): BackupManifest | undefined {
  if (!existsSync(path)) return undefined;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), backupManifest), readFileSync(path, 'utf8'));
  return read.success ? read.output : undefined;
}
