import { bytesOfText } from '#core/bytes.ts';
import type { Json } from '#core/json.ts';
import type { SealedBytes } from '#client/storage/database/database.ts';

/** AES-256-GCM, a row at a time. The associated data names table and id, so that a row cannot be passed off as another. */
export type RowCipher = {
  readonly sealBytes: (table: string, id: string, plain: Uint8Array) => Promise<SealedBytes>;
  /** Throws where the bytes were changed, or belong to another row or key. */
  readonly openBytes: (table: string, id: string, sealed: SealedBytes) => Promise<Uint8Array>;
  readonly seal: (table: string, id: string, value: unknown) => Promise<SealedBytes>;
  readonly open: <T>(table: string, id: string, sealed: SealedBytes, check: (value: Json) => T) => Promise<T>;
};

/** Random, at the beginning of every sealed row. */
export const IV_BYTES = 12;
const decoder = new TextDecoder();

export function rowCipher(dataKey: CryptoKey): RowCipher {
  const parameters = (iv: Uint8Array<ArrayBuffer>, table: string, id: string): AesGcmParams => ({
    name: 'AES-GCM', iv, additionalData: own(bytesOfText(`${table}/${id}`)),
  });
  const sealBytes: RowCipher['sealBytes'] = async (table, id, plain) => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const cipher = await crypto.subtle.encrypt(parameters(iv, table, id), dataKey, own(plain));
    const sealed = new Uint8Array(IV_BYTES + cipher.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(cipher), IV_BYTES);
    return sealed.buffer;
  };
  const openBytes: RowCipher['openBytes'] = async (table, id, sealed) => {
    const iv = new Uint8Array(sealed.slice(0, IV_BYTES));
    const plain = await crypto.subtle.decrypt(parameters(iv, table, id), dataKey, new Uint8Array(sealed, IV_BYTES));
    return new Uint8Array(plain);
  };
  return {
    sealBytes,
    openBytes,
    seal: (table, id, value) => sealBytes(table, id, bytesOfText(JSON.stringify(value))),
    open: async (table, id, sealed, check) => check(JSON.parse(decoder.decode(await openBytes(table, id, sealed))) as Json),
  };
}

/** WebCrypto takes views on an ArrayBuffer of their own only. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
}
