// The folder of models in; manifest, report and history of each model out: the embedded ones, the default first, then the others.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseManifest } from '@stylelens/core'
import type { ModelManifest } from '@stylelens/core'
import { embeddedModelNames } from '@stylelens/node'
import type { EpochRecord } from '../training/history'
import type { ModelReport } from '../training/report'

export interface ModelFacts {
  readonly manifest: ModelManifest
  readonly report: ModelReport
  /** Undefined where the trained layers model does not lie beside the exported one. */
  readonly history: readonly EpochRecord[] | undefined
}

export const models = fileURLToPath(new URL('../models/', import.meta.url))
const readJson = (path: string): unknown => JSON.parse(readFileSync(`${models}${path}`, 'utf8'))

/** Models that are in the repository and not in the packages. */
const otherNames = () =>
  readdirSync(models, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !embeddedModelNames.some((name) => name === entry.name))
    .map(({ name }) => name)
    .sort()

export function readModelFacts(): ModelFacts[] {
  return [...embeddedModelNames, ...otherNames()].map((name) => {
    const record = `${name}/layers-model/history.json`
    return {
      manifest: parseManifest(readJson(`${name}/manifest.json`)),
      report: readJson(`${name}/report.json`) as ModelReport,
      history: existsSync(`${models}${record}`)
        ? (readJson(record) as { history: readonly EpochRecord[] }).history
        : undefined,
    }
  })
}
