import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { serverBuild } from './vite.server.config.ts';

const LOCALE_FILE = /\/locales\/(es|en)\//;

/** The client goes to dist/client; `vite build --ssr` bundles the server to dist/server; vitest reads the same file. */
export default defineConfig(({ isSsrBuild }) => {
  if (isSsrBuild) return serverBuild;
  return {
    plugins: [react(), ...(process.env['VITEST'] ? [] : [progressiveWebApp()])],
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      target: ['chrome120', 'firefox128', 'safari17.4'],
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: (id: string) => LOCALE_FILE.exec(id)?.[1]?.replace(/^/, 'locale-') ?? null, test: LOCALE_FILE }],
          },
        },
      },
    },
    worker: { format: 'es' },
    server: { proxy: { '/api': `http://127.0.0.1:${process.env['API_PORT'] ?? '4173'}` } },
    test: {
      environment: 'node',
      include: ['test/**/*.test.{ts,tsx}'],
      setupFiles: ['test/setup.ts'],
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
