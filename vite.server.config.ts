import { defineConfig, type UserConfig } from 'vite';

/** Two entries, one bundle: the server and the command that imports a manual. Packages stay outside, in node_modules. */
export const serverBuild: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/server/main.ts', 'import-main': 'src/server/import-main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

export default defineConfig(serverBuild);
