// A folder in; how Vite builds the page into it out.
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { samplePictures } from './sample-pictures'
import { serviceWorker } from './service-worker'

/** How long each plugin took is nobody's concern here. */
const quiet = { checks: { pluginTimings: false } }

/** Addresses are relative: the folder may be served from anywhere below a site. */
export const pageConfig = (folder: string): InlineConfig => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [samplePictures(), serviceWorker()],
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
    rolldownOptions: quiet,
  },
  worker: { rolldownOptions: quiet },
})
