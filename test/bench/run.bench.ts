import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureTable } from './figureTable.ts';
import { measurePage } from './measurePage.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'cotejo-bench-'));
try {
  const figures = [...await measurePage(folder, say)];
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(figures, null, 2)}\n` : `${figureTable(figures)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
