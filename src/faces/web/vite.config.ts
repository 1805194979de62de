import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** The page is empty without its script, so painting waits for it: no flash of the wrong theme, no inline script. */
const paintWithTheme: Plugin = {
  name: 'paint-with-theme',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [paintWithTheme],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.CAIRN_API ?? 'http://127.0.0.1:8642' } },
})
