import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { commandIo } from './commandIo.ts';
import { runRecoveryKey } from './recovery/recoveryKeyCommand.ts';

process.exitCode = await runRecoveryKey(process.argv.slice(2), {
  ...commandIo(),
  async writeFile(folder, name, text) {
    const path = join(resolve(folder), name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path, text, { mode: 0o600, flag: 'wx', flush: true });
    return path;
  },
});
