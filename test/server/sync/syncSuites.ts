/** What is written for any store. Importing registers the tests. */
export async function syncSuites(): Promise<void> {
  await import('./commands.test.ts');
  await import('./pullPages.test.ts');
  await import('./pushOps.test.ts');
  await import('./releaseHeld.test.ts');
  await import('./sharedPhoto.test.ts');
}
