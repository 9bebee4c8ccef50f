// The worker thread of the sources: runs worker-main.ts as it stands. In dist/ this name is worker-main itself.
import { fileURLToPath } from 'node:url'

// A tool of the repository, and no dependency of the package. Bun reads TypeScript itself.
const typescriptLoader = 'tsx/esm/api'

if (process.versions.bun) await import('./worker-main.ts')
else {
  const { tsImport } = await import(typescriptLoader)
  const tsconfig = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))
  await tsImport('./worker-main.ts', { parentURL: import.meta.url, tsconfig })
}
