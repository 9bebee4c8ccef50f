// A folder with a built page in; beside each file that shrinks its Brotli form, `name.br`, out.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const shrinking = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.webmanifest', '.wasm', '.onnx'])

/** The best quality takes minutes for megabytes of WebAssembly, and saves 3 % of them. */
const qualityFor = (bytes: number): number => (bytes > 4e6 ? 9 : 11)

const compress = promisify(brotliCompress)

function brotli(data: Buffer): Promise<Buffer> {
  return compress(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: qualityFor(data.length),
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  })
}

/** Beside what trainings keep, outside the work tree. */
const cacheFolder = (): string =>
  join(process.env['STYLELENS_CACHE'] || join(homedir(), '.cache', 'stylelens'), 'brotli')

/** What was compressed once is found again by its digest: onnxruntime changes with its version only. */
async function keptBrotli(data: Buffer): Promise<string> {
  const place = join(cacheFolder(), `${createHash('sha256').update(data).digest('hex')}.br`)
  const known = await readFile(place).catch(() => undefined)
  if (known !== undefined) return place
  await mkdir(dirname(place), { recursive: true })
  const unfinished = `${place}.${process.pid}`
  await writeFile(unfinished, await brotli(data))
  await rename(unfinished, place)
  return place
}

async function compressFile(place: string): Promise<void> {
  const data = await readFile(place)
  if (data.length > 4e6) await copyFile(await keptBrotli(data), `${place}.br`)
  else await writeFile(`${place}.br`, await brotli(data))
}

export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const places = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const place of places.filter((path) => shrinking.has(extname(path)))) await compressFile(place)
}
