import { decodeUtf8 } from '#core/manual/decodeUtf8.ts';

/** What bytes say as JSON; `undefined`, to which every schema says no, where they are not JSON in UTF-8. */
export function jsonOfBytes(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  if (!text.ok) return undefined;
  try {
    return JSON.parse(text.value);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
