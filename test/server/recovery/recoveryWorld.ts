import { randomBytes } from 'node:crypto';
import { runRecover } from '#server/recovery/recoverCommand.ts';
import { runRecoveryKey } from '#server/recovery/recoveryKeyCommand.ts';
import type { StoredRecoveryKey } from '#server/recovery/recoveryKeys.ts';
import { recoveryKeys } from '#server/recovery/recoveryKeys.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import type { Store } from '#server/store/store.ts';

/** A server with its two commands, a folder in memory, and a clock. */
export function aRecoveryServer(store: Store = createMemoryStore()) {
  const files = new Map<string, string>();
  const out: string[] = [];
  const errors: string[] = [];
  const clock = { nowMs: Date.UTC(2026, 10, 25) };
  const deps = { store, nowMs: () => clock.nowMs, randomBytes };
  const io = {
    withStore: <T>(work: (given: typeof deps) => Promise<T>) => work(deps),
    print: (line: string) => void out.push(line),
    printError: (line: string) => void errors.push(line),
    writeFile: async (folder: string, name: string, text: string) => {
      const path = `${folder}/${name}`;
      if (files.has(path)) throw new Error(`EEXIST: ${path}`);
      files.set(path, text);
      return path;
    },
    readFile: async (path: string) => {
      const text = files.get(path);
      if (text === undefined) throw new Error('ENOENT: no such file');
      return text;
    },
  };
  const current = async (): Promise<StoredRecoveryKey | undefined> => (await store.transaction(recoveryKeys)).at(-1);
  return {
    deps, files, out, errors, clock, current,
    recoveryKey: (...argv: readonly string[]) => runRecoveryKey(argv, io),
    recover: (...argv: readonly string[]) => runRecover(argv, io),
    /** A key whose shares lie in these two files. */
    async makeKey(folder = 'k'): Promise<{ readonly key: StoredRecoveryKey; readonly shares: readonly [string, string] }> {
      await runRecoveryKey(['--holder', 'Ana Belmonte', '--holder', 'Beto Ruiz', '--to', folder, '--replace'], io);
      const key = await current();
      const [one, other] = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      if (!key || one === undefined || other === undefined) throw new Error(errors.join('\n'));
      return { key, shares: [one, other] };
    },
  };
}
