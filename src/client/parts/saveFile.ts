/** The browser takes the file before the address goes. */
const ADDRESS_LIVES_MS = 60_000;

/** Puts a file among the downloads. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIVES_MS);
}

/** Whether the system has a share sheet that takes this file. Asked with the file itself: some take only kinds that they know. */
export const canShareFile = (file: File): boolean => typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });

/** Opens the system's share sheet. False: the person closed it, or the system did not take the file. */
export async function shareFile(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError) return false;
    throw cause;
  }
}
