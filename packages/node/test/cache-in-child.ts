// A folder in; what became of an entry that is larger than the disk allows, and what is left in the folder, out.
import { readdir } from 'node:fs/promises'
import { FolderCache } from '../src/folder-cache'

const [folder = ''] = process.argv.slice(2)
const file = { bytes: new Uint8Array(100_000), sha256: '', etag: null }

new FolderCache(folder)
  .put('https://models.test/model.onnx', file)
  .then(
    () => 'written',
    (error: NodeJS.ErrnoException) => error.code,
  )
  .then(async (outcome) => console.log(JSON.stringify({ outcome, left: await readdir(folder) })))
