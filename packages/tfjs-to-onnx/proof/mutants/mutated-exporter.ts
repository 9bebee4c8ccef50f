// A mutant in; an exporter built from a copy of the sources that has that fault, out. The sources stay as they are.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { convertLayersModel } from '../../src/convert-model'
import type { Mutant } from './mutant'

export type Convert = typeof convertLayersModel

const sources = fileURLToPath(new URL('../../src', import.meta.url))
const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** A folder of its own in the system's temporary folder. */
export class SourceCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'exporter-mutants-'))

  constructor() {
    cpSync(sources, join(this.folder, 'src'), { recursive: true })
  }

  /** @throws Error where the mutant's text does not occur exactly once: it has to be written anew for the new source. */
  async build(mutant?: Mutant): Promise<Convert> {
    const restore = mutant ? this.#edit(mutant) : () => {}
    const outfile = join(this.folder, `${mutant?.id ?? 'unchanged'}.mjs`)
    await build({
      entryPoints: [join(this.folder, 'src/convert-model.ts')],
      outfile, bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], nodePaths: [modules], logLevel: 'error',
    })
    restore()
    const exporter = await import(/* @vite-ignore */ pathToFileURL(outfile).href) as { readonly convertLayersModel: Convert }
    return exporter.convertLayersModel
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #edit({ id, file, find, replace }: Mutant): () => void {
    const path = join(this.folder, 'src', file)
    const text = readFileSync(path, 'utf8')
    const count = text.split(find).length - 1
    if (count !== 1) throw new Error(`Mutant "${id}" no longer applies: ${file} holds its text ${count} times, not once.`)
    writeFileSync(path, text.replace(find, () => replace))
    return () => writeFileSync(path, text)
  }
}
