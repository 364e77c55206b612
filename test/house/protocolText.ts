import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repoFiles.ts';

export const PROTOCOL_PATH = join(ROOT, 'src/core/PROTOCOL.md');

/** The lines between the two marks of the catalogue. */
const BLOCK = /(<!-- catalogue -->\r?\n)([\s\S]*?)(<!-- \/catalogue -->)/;

export const readProtocol = (): string => readFileSync(PROTOCOL_PATH, 'utf8');

/** The numbers of its rules, `**[P4]** …`, in order, each as often as it is given. */
export function rulesIn(protocol: string): readonly string[] {
  return [...protocol.matchAll(/^\s*(?:[-*]\s+)?\*\*\[?([A-Z]{1,3}\d+)\]?\*\*/gm)].map((match) => match[1] ?? '');
}

export function catalogueIn(protocol: string): string | undefined {
  return BLOCK.exec(protocol)?.[2]?.trim();
}

export function withCatalogue(protocol: string, table: string): string {
  return protocol.replace(BLOCK, (_, before: string, __, after: string) => `${before}${table}\n${after}`);
}
