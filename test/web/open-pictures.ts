// A browser and options of a classifier in; a page that makes pictures of every kind and tells what the model sees of them out.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { root } from '../source-files'
import { openLibrary } from './open-library'
import type { PageGlobals } from './open-library'
import { picture } from './picture-kinds'
import { serveFiles } from './serve-files'

export interface Seen {
  readonly input: number[]
}

export interface OpenPictures {
  readonly page: Page
  /** `body` is that of an async function which returns the picture. */
  see(body: string): Promise<Seen>
  close(): Promise<void>
}

export async function openPictures(browser: Browser, options: { readonly worker?: boolean } = {}): Promise<OpenPictures> {
  // of another origin, which allows nobody
  const elsewhere = await serveFiles({ '/pictures/': join(root, 'test/golden/pictures') })
  // takes every request and answers none
  const open = await openLibrary(browser, {}, { '/never/': () => true })
  const { page } = open
  const see = (body: string): Promise<Seen> => page.evaluate(async ([text, path, address, given]) => {
    const blob = await (await fetch(path)).blob()
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    const source: unknown = await AsyncFunction('blob', 'bytes', 'address', text)(blob, bytes, address)
    const globals = globalThis as PageGlobals & { classifier?: ReturnType<PageGlobals['library']['createClassifier']> }
    globals.classifier ??= globals.library.createClassifier(given)
    const { input } = await (await globals.classifier).classifyDetailed(source as string)
    return { input: Array.from(input.data) }
  }, [body, picture, `${elsewhere.origin}pictures/sample-coat.png`, options] as const)
  const close = async () => {
    await open.close()
    await elsewhere.close()
  }
  return { page, see, close }
}
