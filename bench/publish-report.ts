// A finished bench in; its tables printed, its JSON written, its figures put into the README, as was asked for.
import { readFile, writeFile } from 'node:fs/promises'
import { machineLine, type Machine } from './describe-machine'
import { replaceFigures } from './replace-figures'

export interface BenchReport {
  readonly bench: string
  readonly machine: Machine
  readonly versions: Readonly<Record<string, string>>
  readonly settings: object
  readonly results: object
  /** The marked place of its tables; default: `bench`. */
  readonly place?: string
}

export interface Publication {
  /** File for the report as JSON. */
  readonly json?: string
  /** README whose marked place gets the tables. */
  readonly readme?: string
}

/** Where the figures go is no setting. */
const withoutPaths = ({ json: _, readme: __, ...settings }: Publication) => settings

export async function publishReport(report: BenchReport, tables: string, { json, readme }: Publication): Promise<void> {
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`)
  const settings = withoutPaths(report.settings)
  const facts = [
    `${machineLine(report.machine)}; ${versions.join(', ')}.`,
    `Settings: \`${JSON.stringify(settings)}\`.`,
  ].join('\n')
  console.log(`\n${facts}\n\n${tables}`)
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ ...report, settings }, null, 1)}\n`)
  if (readme === undefined) return
  const text = await readFile(readme, 'utf8')
  const figures = `Written by \`npm run bench:${report.bench} -- --readme ${readme}\`.\n${facts}\n\n${tables}`
  await writeFile(readme, replaceFigures(text, report.place ?? report.bench, figures))
}
