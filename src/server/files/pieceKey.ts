import { isScopeId } from '#core/op/scope.ts';
import type { FileName } from './fileBytes.ts';

/**
 * Where a piece lies under the root of a folder or bucket, with `/` between. Throws on what is no name: nothing that a
 * request says may leave the root. 256 folders a scope; a piece from before they had names lies in a folder of its file.
 */
export function pieceKey({ scope, sha256 }: FileName, piece: string): string {
  if (!isScopeId(scope) || !/^[0-9a-f]{64}$/.test(sha256) || !/^[0-9a-f-]{1,36}$/.test(piece)) throw new Error('not the name of a file');
  const folder = `${scope.replace(':', '-')}/${sha256.slice(0, 2)}`;
  return /^\d{1,3}$/.test(piece) ? `${folder}/${sha256}/${piece}` : `${folder}/${sha256}.${piece}`;
}
