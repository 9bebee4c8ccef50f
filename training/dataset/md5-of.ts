// The path of a file comes in, the md5 of its bytes comes out.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** In hexadecimal; undefined where there is no such file. */
export const md5Of = (path: string): Promise<string | undefined> =>
  readFile(path).then((bytes) => createHash('md5').update(bytes).digest('hex'), () => undefined)
