/** Asks the browser not to clear this app's data by itself. False where it says no or cannot. */
export async function askToKeep(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}
