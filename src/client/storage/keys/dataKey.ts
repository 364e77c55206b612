const AES = { name: 'AES-GCM', length: 256 } as const;
const IV_BYTES = 12;

export type WrappedKey = { readonly iv: Uint8Array<ArrayBuffer>; readonly wrapped: ArrayBuffer };

/** A fresh random data key. Extractable, because a resume ticket must be able to wrap it again; it never leaves memory unwrapped. */
export const newDataKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);

/** A data key that came back by recovery. */
export const importDataKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, AES, true, ['encrypt', 'decrypt']);

export async function wrapDataKey(dataKey: CryptoKey, by: CryptoKey): Promise<WrappedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, wrapped: await crypto.subtle.wrapKey('raw', dataKey, by, { name: 'AES-GCM', iv }) };
}

/** `undefined`: the wrong key, that is, the wrong password. */
export async function unwrapDataKey(from: WrappedKey, by: CryptoKey): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.unwrapKey('raw', from.wrapped, by, { name: 'AES-GCM', iv: from.iv }, AES, true, ['encrypt', 'decrypt']);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'OperationError') return undefined;
    throw cause;
  }
}
