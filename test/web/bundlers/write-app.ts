// A folder in; the app in plain JavaScript for bundlers without TypeScript, and a page that loads public/dist/main.js, in it, out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'

export interface WrittenApp {
  /** The module to bundle. */
  readonly entry: string
  /** Where index.html lies: what is to be served. */
  readonly pages: string
  /** Where the bundle belongs, within `pages`. */
  readonly output: string
}

/** `program` is a file of app/. */
export async function writeApp(folder: string, program = 'main'): Promise<WrittenApp> {
  const app = new URL('app/', import.meta.url)
  const pages = join(folder, 'public')
  mkdirSync(pages, { recursive: true })
  const { code } = await transform(readFileSync(new URL(`${program}.ts`, app), 'utf8'), { loader: 'ts' })
  writeFileSync(join(folder, 'main.js'), code)
  const page = readFileSync(new URL('index.html', app), 'utf8').replace('./main.ts', './dist/main.js')
  writeFileSync(join(pages, 'index.html'), page)
  return { entry: join(folder, 'main.js'), pages, output: join(pages, 'dist') }
}
