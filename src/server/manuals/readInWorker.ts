import { Worker } from 'node:worker_threads';
import type { ManualFile, ManualFileReading, ManualOptions } from '#core/manual/readManual.ts';
import { unreadable } from '#core/manual/manualReading.ts';

/** A real manual of 3 MB takes under 5 s on two cores. */
const DEADLINE_MS = 10_000;
const MEMORY_MIB = 300;

/**
 * Reads a manual's file in a thread of its own with a deadline and a limit on memory: a file made to hurt is ended with a clear
 * problem, and whoever asked goes on. `worker`: the built `read-manual-worker.js`.
 */
export function readInWorker(worker: URL, file: ManualFile, options: ManualOptions): Promise<ManualFileReading> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: { file, options }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB } });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void thread.terminate();
    };
    const timer = setTimeout(() => end(() => resolve(tooHard('It took longer than 10 seconds to read.'))), DEADLINE_MS);
    thread.once('message', (reading: ManualFileReading) => end(() => resolve(reading)));
    thread.once('error', (error) => end(() => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooHard('It needs more than 300 MB of memory to be read.'));
      else reject(error);
    }));
  });
}

const tooHard = (why: string): ManualFileReading => unreadable({ severity: 'error', row: 0, column: '', code: 'too-hard', message: `${why} No manual needs that; save it anew as "CSV UTF-8".`, values: {} });
