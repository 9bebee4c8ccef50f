// The loader of onnxruntime-web in; whether WebAssembly can classify here, and what it lacks if not, out.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Capability } from '@stylelens/core'
import { isClassifierError } from '@stylelens/core'
import { explainMissingWeb, openWeb } from '../open-onnxruntime'
import type { OnnxruntimeLoaders } from '../open-onnxruntime'
import { reinstall } from '../reinstall'
import { runtimeFolder } from '../runtime-folder'

const wasmFile = 'ort-wasm-simd-threaded.wasm'

/** No session is made: the first one settles the number of threads for the whole process. */
export async function inspectWeb(load: OnnxruntimeLoaders['web'], folder = runtimeFolder): Promise<Capability> {
  try {
    await openWeb(load)
  } catch (error) {
    return { available: false, ...explainMissingWeb(isClassifierError(error) ? error.cause : error) }
  }
  if (existsSync(join(folder, wasmFile))) return { available: true }
  return { available: false, missing: `${wasmFile} in ${folder}`, mend: reinstall }
}
