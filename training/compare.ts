// npm run compare: kept runs in; a page with their curves side by side, and the same figures as JSON, out.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { compareRuns } from './compare-page/compare-runs'
import { renderComparison } from './compare-page/render-comparison'
import { readRuns, runFolder } from './run-record'

const program = new Command('compare')
  .description('Draws the curves of trainings side by side: losses, accuracy, learning rate, best first.')
  .argument('[runs...]', `names of files in the folder of runs, or paths of such files (default: all)`)
  .option('--runs <folder>', 'the folder of runs', runFolder)
  .option('--output <folder>', 'where runs.html and runs.json go', 'report')
  .action(async (names: string[], { runs: folder, output }: { readonly runs: string; readonly output: string }) => {
    const records = await readRuns(folder, names)
    if (records.length === 0) throw new Error(`There is no run in ${folder}. Train, or collect some: npm run runs`)
    const comparison = compareRuns(records)
    const page = join(output, 'runs.html')
    await mkdir(output, { recursive: true })
    await writeFile(join(output, 'runs.json'), `${JSON.stringify(comparison, null, 1)}\n`)
    await writeFile(page, renderComparison(comparison))
    console.log(`Wrote ${page} with ${records.length} runs, and its figures as JSON beside it`)
  })

await program.parseAsync()
