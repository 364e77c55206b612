/** What may be kept as a file: photos, recordings, documents. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'mp4' | 'webm' | 'ogg' | 'wav' | 'pdf' | 'docx' | 'xlsx' | 'text';

export type FileKindReader = {
  /** The file's bytes, in order, in pieces of any length. */
  readonly push: (bytes: Uint8Array) => void;
  /** `undefined`: nothing that is kept here. */
  readonly end: () => FileKind | undefined;
};

const HEAD_BYTES = 96;
/** A zip's directory is at its end: that of a Word or Excel file has some dozen names in it. */
const TAIL_BYTES = 256 * 1024;

/** Tells by the content what a file is; its name and what a sender calls it say nothing. Holds at most 256 KiB of it. */
export function fileKindReader(): FileKindReader {
  let head: Uint8Array = new Uint8Array();
  let tail: Uint8Array = new Uint8Array();
  let isText = true;
  return {
    push: (bytes) => {
      if (head.length < HEAD_BYTES) head = joined(head, bytes.subarray(0, HEAD_BYTES - head.length));
      const found = kindOfHead(head);
      if (found === 'zip') tail = joined(tail, bytes.subarray(-TAIL_BYTES)).slice(-TAIL_BYTES);
      else if (found === undefined) isText &&= bytes.every(isTextByte);
    },
    end: () => {
      const kind = kindOfHead(head);
      if (kind === 'zip') return kindOfZip(latin1(tail));
      return kind ?? (isText && head.length > 0 ? 'text' : undefined);
    },
  };
}

function kindOfHead(head: Uint8Array): FileKind | 'zip' | undefined {
  const text = latin1(head);
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF')) return text.startsWith('WEBP', 8) ? 'webp' : text.startsWith('WAVE', 8) ? 'wav' : undefined;
  if (text.startsWith('ftyp', 4)) return /^(?:hei[cxms]|hev[cx]|mif1|msf1)/.test(text.slice(8)) ? 'heic' : 'mp4';
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? 'webm' : undefined;
  if (text.startsWith('OggS')) return 'ogg';
  if (text.startsWith('%PDF-')) return 'pdf';
  return text.startsWith('PK\x03\x04') ? 'zip' : undefined;
}

/** By the names in the directory at its end. Macros are programs: a document that carries some is none that is kept. */
function kindOfZip(tail: string): FileKind | undefined {
  if (!tail.includes('[Content_Types].xml') || tail.includes('vbaProject.bin')) return undefined;
  if (tail.includes('word/')) return 'docx';
  return tail.includes('xl/') ? 'xlsx' : undefined;
}

/** Any alphabet's text has no control characters but tab, line and page ends, and escape. */
const isTextByte = (byte: number): boolean => byte >= 0x20 ? byte !== 0x7f : (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
