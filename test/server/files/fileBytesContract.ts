import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileBytes } from '#server/files/fileBytes.ts';

type Place = { readonly bytes: FileBytes; readonly close: () => void | Promise<void> };

const file = { scope: 'visit:00000000-0000-4000-8000-000000000001', sha256: 'a'.repeat(64) };
const other = { ...file, scope: 'agency:00000000-0000-4000-8000-000000000001' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every place for bytes promises. */
export function fileBytesContract(name: string, open: () => Place | Promise<Place>): void {
  describe(`bytes in ${name}`, () => {
    let place: Place;
    let bytes: FileBytes;
    beforeAll(async () => {
      place = await open();
      ({ bytes } = place);
    });
    afterAll(() => place.close());
    const read = async (piece: string, of = file): Promise<string | undefined> => {
      const found = await bytes.read(of, piece);
      return found && new TextDecoder().decode(found);
    };

    test('what is written is read back, under its own scope only', async () => {
      expect(await read('aa')).toBeUndefined();
      await bytes.write(file, 'aa', bytesOf('one'));
      await bytes.write(file, 'bb', bytesOf('two'));
      expect([await read('aa'), await read('bb'), await read('aa', other)]).toEqual(['one', 'two', undefined]);
    });

    test('a whole chunk comes back byte by byte', async () => {
      const chunk = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => (index * 31) & 0xff);
      await bytes.write(file, 'cc', chunk);
      expect(Buffer.from((await bytes.read(file, 'cc')) ?? []).equals(chunk)).toBe(true);
    });

    test('pieces are dropped alone, once or twice, also those that never were', async () => {
      await bytes.write(file, 'dd', bytesOf('kept'));
      await bytes.write(file, 'ee', bytesOf('left'));
      await bytes.drop(file, ['ee', 'ff']);
      await bytes.drop(file, ['ee']);
      await bytes.drop(file, []);
      expect([await read('dd'), await read('ee')]).toEqual(['kept', undefined]);
    });

    test('a name that would leave its place is a bug, not a path', async () => {
      await expect(bytes.read({ ...file, scope: '../..' }, 'aa')).rejects.toThrow();
      await expect(bytes.write({ ...file, sha256: '../../../../etc' }, 'aa', bytesOf('x'))).rejects.toThrow();
      await expect(bytes.drop(file, ['../passwd'])).rejects.toThrow();
    });
  });
}
