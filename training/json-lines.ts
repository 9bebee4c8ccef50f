// A file of one JSON value a line in, the values out; none where there is no such file.
import { readFile } from 'node:fs/promises'

export async function readJsonLines<Value>(file: string): Promise<Value[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value)
}
