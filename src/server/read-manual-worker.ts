import { parentPort, workerData } from 'node:worker_threads';
import { readManual, type ManualFile, type ManualOptions } from '#core/manual/readManual.ts';

const { file, options }: { readonly file: ManualFile; readonly options: ManualOptions } = workerData;
parentPort?.postMessage(await readManual(file, options));
