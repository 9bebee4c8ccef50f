// A copy of onnxruntime-node and folders for the loader in; what a process made of `['cuda', 'cpu']` there out.
import { fileURLToPath } from 'node:url'
import { runNode } from '../package/run-command'
import { root } from '../source-files'
import type { FallBackAnswer } from './fall-back-answer'

/** In a process of its own: the loader reads its folders once, and loaded libraries stay. It must be quiet. */
export async function runFallBack(folder: string, libraryFolders: readonly string[] = []): Promise<FallBackAnswer> {
  const script = fileURLToPath(new URL('fall-back-main.ts', import.meta.url))
  const words = ['--import', 'tsx', script, folder, 'cuda,cpu']
  const { code, stdout, stderr } = await runNode(words, root, { LD_LIBRARY_PATH: libraryFolders.join(':') })
  if (code !== 0 || stderr !== '') throw new Error(`The process ended with ${code} and wrote: ${stderr}`)
  return JSON.parse(stdout) as FallBackAnswer
}
