import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKindReader } from '#core/file/fileKind.ts';
import { bytesOfText } from '#core/bytes.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const kindOf = (...pieces: readonly Uint8Array[]): string | undefined => {
  const reader = fileKindReader();
  for (const piece of pieces) reader.push(piece);
  return reader.end();
};
const aZip = (...names: readonly string[]): Uint8Array => latin1(`PK\x03\x04${'\0'.repeat(26)}${names.join('\0PK\x01\x02\0')}`);

test('[U2] photos, recordings and documents are known by their first bytes or their directory', () => {
  const kinds = {
    jpeg: latin1('\xff\xd8\xff\xe0\0\x10JFIF'), png: latin1('\x89PNG\r\n\x1a\n\0'), webp: latin1('RIFF\x01\0\0\0WEBPVP8 '), heic: latin1('\0\0\0\x18ftypheic\0'),
    mp4: latin1('\0\0\0\x18ftypM4A \0'), webm: latin1('\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm'), ogg: latin1('OggS\0\x02'), wav: latin1('RIFF\x01\0\0\0WAVEfmt '),
    pdf: latin1('%PDF-1.7\n%\xe2\xe3'), docx: aZip('[Content_Types].xml', 'word/document.xml'), xlsx: aZip('[Content_Types].xml', 'xl/workbook.xml'),
    text: bytesOfText('Se revisó la bodega.\r\n\tPuerta sin candado.'),
  };
  expect(Object.entries(kinds).map(([, bytes]) => kindOf(bytes))).toEqual(Object.keys(kinds));
});

test('[U2] programs, other archives, macros, video of other makes and noise are nothing that is kept', () => {
  const others = [
    latin1('MZ\x90\0'), latin1('\x7fELF\x02'), aZip('payload.exe'), aZip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), latin1('GIF89a\x01\0'),
    latin1('RIFF\x01\0\0\0AVI LIST'), latin1('\x1a\x45\xdf\xa3\x9fB\x82\x88matroska'), Uint8Array.of(1, 2, 3, 0), new Uint8Array(),
  ];
  expect(others.map((bytes) => kindOf(bytes))).toEqual(others.map(() => undefined));
});

test('[U2] a directory at the end of a long document is found', () => {
  expect(kindOf(aZip('media/photo.jpg'), new Uint8Array(2_000_000), aZip('[Content_Types].xml', 'word/document.xml'))).toBe('docx');
});

test('[U2] it does not matter how a file is cut into pieces', () => {
  const files = [latin1('\xff\xd8\xff\xe0\0\x10JFIF'), aZip('[Content_Types].xml', 'xl/workbook.xml'), bytesOfText('Puerta sin candado'), latin1('MZ\x90\0\x03\0')];
  fc.assert(fc.property(fc.constantFrom(...files), fc.array(fc.nat(60)), (file, cuts) => {
    const at = [0, ...cuts.map((cut) => Math.min(cut, file.length)).sort((a, b) => a - b), file.length];
    expect(kindOf(...at.slice(1).map((end, index) => file.subarray(at[index], end)))).toBe(kindOf(file));
  }));
});
