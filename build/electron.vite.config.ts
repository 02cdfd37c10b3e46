import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { NONCE_PLACEHOLDER } from '../electron/contentPolicy.ts';
import { patchAntd } from './package/patchAntd.ts';
import { inProject } from './paths.ts';

/** What both the Electron that ships and the one of the window tests understand (design.md §4). */
const NODE = 'node20';
const CHROME = 'chrome130';

/**
 * Everything is bundled but the packages in package.json's `dependencies`: they have compiled parts or data files of
 * their own and lie in the package's node_modules.
 */
export default defineConfig({
  main: {
    build: {
      target: NODE,
      outDir: inProject('out/main'),
      minify: false,
      rollupOptions: {
        input: {
          main: inProject('electron/main.ts'),
          host: inProject('electron/host/host.ts'),
          worker: inProject('electron/worker/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: inProject('out/preload'),
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        input: { preload: inProject('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: inProject('renderer'),
    base: '/',
    html: { cspNonce: NONCE_PLACEHOLDER },
    plugins: [react(), { name: 'patch-antd', transform: (code, id) => patchAntd(code, id) }],
    build: {
      target: CHROME,
      outDir: inProject('out/renderer'),
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: inProject('renderer/index.html') },
    },
  },
});
