import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/** The client goes to dist/client; `vite build --ssr` bundles the server to dist/server; vitest reads the same file. */
export default defineConfig(({ isSsrBuild }) => {
  if (isSsrBuild) return serverBuild;
  return {
    plugins: [react(), ...(process.env['VITEST'] ? [] : [progressiveWebApp(), compressed()])],
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      target: ['chrome120', 'firefox128', 'safari17.4'],
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          // What many screens share is one file: a hundred small ones cost 25 kB of a first load, each being compressed alone.
          codeSplitting: { groups: [{ name: 'shared', test: /\/src\/(core|client\/(ui|parts))\/|@tabler/, minShareCount: 6 }] },
        },
      },
    },
    worker: { format: 'es' },
    server: { proxy: { '/api': `http://127.0.0.1:${process.env['API_PORT'] ?? '4173'}` } },
    test: {
      environment: 'node',
      include: ['test/**/*.test.{ts,tsx}'],
      setupFiles: ['test/setup.ts'],
      globalSetup: ['test/server/postgres/postgresOnDemand.ts'],
      css: false,
    },
  };
});

function progressiveWebApp() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/client/service-worker',
    filename: 'service-worker.ts',
    registerType: 'prompt',
    injectRegister: false,
    injectManifest: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,json}'],
      maximumFileSizeToCacheInBytes: 6_000_000,
    },
    manifest: {
      id: '/',
      name: 'Cotejo',
      short_name: 'Cotejo',
      description: 'Visitas de acreditación, con red y sin ella. Accreditation visits, with and without a network.',
      lang: 'es',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#06303c',
      background_color: '#06303c',
      categories: ['business', 'productivity'],
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
}

const TEXT = /\.(js|css|html|svg|json|webmanifest|wasm)$/;
/** A shorter file fits one packet as it is. */
const SHORT_BYTES = 1_000;

/** Writes `.br` and `.gz` beside every text, for the server to send. Last of all: the service worker, which never lists them, is a text too. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'cotejo-compressed',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    closeBundle: { order: 'post', sequential: true, handler: () => compressTexts(folder) },
  };
}

async function compressTexts(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(names.filter((name) => TEXT.test(name)).map(async (name) => {
    const file = join(folder, name);
    const bytes = await readFile(file);
    if (bytes.byteLength < SHORT_BYTES) return;
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }));
}

/** One bundle with an entry for the server, for each command, and for the thread in which a manual's file is read. Packages stay outside, in node_modules. */
const serverBuild: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: {
        main: 'src/server/main.ts',
        'import-main': 'src/server/import-main.ts',
        'admin-main': 'src/server/admin-main.ts',
        'backup-main': 'src/server/backup-main.ts',
        'restore-main': 'src/server/restore-main.ts',
        'verify-main': 'src/server/verify-main.ts',
        'purge-main': 'src/server/purge-main.ts',
        'recovery-key-main': 'src/server/recovery-key-main.ts', 'recover-main': 'src/server/recover-main.ts',
        'read-manual-worker': 'src/server/read-manual-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};
