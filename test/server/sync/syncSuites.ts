/** What is written for any store. Importing registers the tests. */
export async function syncSuites(): Promise<void> {
  await import('./carried.test.ts');
  await import('./commands.test.ts');
  await import('./pullPages.test.ts');
  await import('./pushOps.test.ts');
  await import('./releaseHeld.test.ts');
  await import('./releaseQuarantined.test.ts');
  await import('./restored.test.ts');
  await import('./sharedPhoto.test.ts');
}
