// Arguments of the command line in, the pictures they stand for out: a folder becomes the pictures that lie in it.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** '-' is standard input; an input that holds no picture carries its reason instead. */
export interface PictureInput {
  readonly file: string
  readonly problem?: string
}

const extensions = /\.(png|jpe?g|jpe|jfif|webp|gif|avif)$/i
const inReadingOrder = new Intl.Collator('en', { numeric: true })

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

async function picturesIn(folder: string, recursive: boolean): Promise<PictureInput[]> {
  const names = await readdir(folder, { recursive })
  const pictures = names.filter((name) => extensions.test(name) && !/(^|[\\/])\./.test(name))
  if (pictures.length > 0) return pictures.sort(inReadingOrder.compare).map((name) => ({ file: join(folder, name) }))
  const hint = recursive ? '' : ' Use --recursive to look into its folders too.'
  return [{ file: folder, problem: `There is no PNG, JPEG, WebP, GIF or AVIF file in "${folder}".${hint}` }]
}

/** Keeps the order of the arguments; the pictures of a folder are sorted by name, 2.png before 10.png. */
export async function expandInputs(inputs: readonly string[], recursive: boolean): Promise<PictureInput[]> {
  const expanded: PictureInput[] = []
  for (const input of inputs) {
    if (input === '-' || !(await isFolder(input))) expanded.push({ file: input })
    else
      expanded.push(
        ...(await picturesIn(input, recursive).catch((error: Error) => [{ file: input, problem: error.message }])),
      )
  }
  return expanded
}
