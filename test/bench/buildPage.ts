import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the page of the measurements, with the product's own modules, into a folder that is no part of the product. */
export async function buildPage(outFolder: string, page: 'page' | 'sync-page'): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, page),
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: { outDir: outFolder, emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 5_000 },
  });
}
