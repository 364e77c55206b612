import { join } from 'node:path';
import type { Settings } from '#server/settings.ts';
import type { FileBytes } from './fileBytes.ts';
import { folderFileBytes } from './folderFileBytes.ts';

/** A folder beside the database, or the object store that the settings name. Its SDK is loaded only then. */
export async function openFileBytes({ dataFolder, objectStore }: Pick<Settings, 'dataFolder' | 'objectStore'>): Promise<FileBytes> {
  if (!objectStore) return folderFileBytes(join(dataFolder, 'files'));
  const { openS3FileBytes } = await import('./s3FileBytes.ts');
  return openS3FileBytes(objectStore);
}
