// A page's TypeScript in; a server with its bundle, our models and runtimes and the golden pictures out.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../source-files'
import { bundlePage } from './bundle-page'
import { serveFiles } from './serve-files'
import type { FileServer, ServedFolders } from './serve-files'

export async function servePage(
  page: string,
  headers: Readonly<Record<string, string>> = {},
  more: ServedFolders = {},
): Promise<FileServer> {
  const folder = mkdtempSync(join(tmpdir(), 'stylelens-web-'))
  await bundlePage(page, folder)
  const server = await serveFiles(
    {
      '/dist/': folder,
      '/models/': join(root, 'packages/web/models'),
      '/runtime/': [join(root, 'packages/web/runtime'), join(root, 'packages/web-asyncify/runtime')],
      '/golden/': join(root, 'test/golden'),
      '/samples/': join(root, 'samples/pictures'),
      ...more,
    },
    headers,
  )
  const close = async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...server, close }
}
