// The loader of onnxruntime-web in; whether WebAssembly can classify here, and what it lacks if not, out.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Capability } from '@stylelens/core'
import { isClassifierError } from '@stylelens/core'
import { explainMissingWeb, openWeb } from '../open-onnxruntime'
import type { OnnxruntimeLoaders } from '../open-onnxruntime'

const wasmFile = 'ort-wasm-simd-threaded.wasm'

/** Where its code lies its .wasm files do; undefined where the package is bundled into another. */
function webFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('onnxruntime-web'))
  } catch {
    return undefined
  }
}

/** No session is made: the first one settles the number of threads for the whole process. */
export async function inspectWeb(load: OnnxruntimeLoaders['web'], folder = webFolder()): Promise<Capability> {
  try {
    await openWeb(load)
  } catch (error) {
    return { available: false, ...explainMissingWeb(isClassifierError(error) ? error.cause : error) }
  }
  if (folder === undefined || existsSync(join(folder, wasmFile))) return { available: true }
  return { available: false, missing: `${wasmFile} in ${folder}`, mend: 'Run `npm install --force onnxruntime-web`.' }
}
