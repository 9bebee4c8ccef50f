// Nothing in; which '@stylelens/node' is measured, and how a process is started so that it gets that one, out.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nodeCommand, rootFolder, type ChildProgram } from '../run-child'

export type Sdk = 'built' | 'sources'

/** What users install where it is built; else the sources, whose start by tsx is no measure of anything. */
export function locateSdk(): Sdk {
  const isBuilt = (name: string) => existsSync(join(rootFolder, 'packages', name, 'dist', 'index.js'))
  return isBuilt('core') && isBuilt('node') ? 'built' : 'sources'
}

// tsconfig.json leads the names of the packages to their sources; the base has no such paths.
const configuration: Readonly<Record<Sdk, string>> = { built: 'tsconfig.base.json', sources: 'tsconfig.json' }

export function sdkProgram(sdk: Sdk, script: URL): ChildProgram {
  const typescript = script.pathname.endsWith('.ts') || sdk === 'sources'
  return {
    command: nodeCommand(script, { typescript }),
    environment: { TSX_TSCONFIG_PATH: join(rootFolder, configuration[sdk]) },
  }
}
