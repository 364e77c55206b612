import { usePreferences } from '#client/storage/preferences.ts';
import { networkKind } from './connection.ts';

/** A file over this waits for Wi-Fi where the person wants that: a photo's working copy is about 0.35 MB. */
export const LARGE_FILE_BYTES = 1024 * 1024;

/**
 * Whether large files wait for Wi-Fi. Until the person chooses: where the browser tells when this is mobile data. Where it does
 * not, they would wait for ever without anybody having wanted it.
 */
export const wantsWifi = (chosen: boolean | undefined): boolean => chosen ?? networkKind() !== 'untold';

/** Whether large files wait now: this is mobile data, or nobody can tell and the person said so. */
export function largeFilesWait(): boolean {
  return wantsWifi(usePreferences.getState().largeFilesOnWifi) && networkKind() !== 'other';
}
