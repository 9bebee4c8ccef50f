// The bytes of a model file in; what is known of it, or the typed error that says what is wrong with it, out.
import { ClassifierError } from '../../classifier-error'
import { nameForeignFile } from '../name-foreign-file'
import type { OnnxFacts } from './onnx-facts'
import { readOnnx } from './read-onnx'
import { DamagedMessage } from './read-protobuf'

/** What onnxruntime 1.30 reads, node and web alike. */
const irVersions = [3, 13] as const
const opsets = [7, 26] as const

/**
 * A light check before onnxruntime, which is native code, gets the file.
 * Throws 'model-invalid' for what is no ONNX file or a damaged one, 'model-unsupported' for versions not known here.
 */
export function checkOnnx(bytes: Uint8Array, file: string): OnnxFacts {
  const facts = read(bytes, file)
  if (facts.nodes === 0) throw invalid(file, 'its graph has no nodes')
  if (facts.outputs.length === 0) throw invalid(file, 'its graph has no outputs')
  checkVersion(file, 'ONNX IR version', facts.irVersion, irVersions)
  checkVersion(file, 'opset', facts.opset, opsets)
  return facts
}

function read(bytes: Uint8Array, file: string): OnnxFacts {
  try {
    return readOnnx(bytes)
  } catch (error) {
    if (!(error instanceof DamagedMessage)) throw error
    const foreign = nameForeignFile(bytes)
    if (foreign !== undefined) {
      throw new ClassifierError('model-invalid', `${file} is no ONNX file: it is ${foreign}. ${mendOf(foreign)}`)
    }
    throw invalid(file, error.message)
  }
}

function mendOf(foreign: string): string {
  return foreign.includes('Git LFS') ? 'Run `git lfs pull`, or download the file itself.' : 'Pass an ONNX file.'
}

function checkVersion(file: string, what: string, version: number, [least, most]: readonly [number, number]): void {
  if (version >= least && version <= most) return
  const range = `${least} to ${most}`
  throw new ClassifierError(
    'model-unsupported',
    `${file} has ${what} ${version}; onnxruntime 1.30 reads ${range}. ` + `Export the model with one of those.`,
  )
}

function invalid(file: string, difference: string): ClassifierError {
  const sentence = `${file} is damaged or cut short: ${difference}. Export or download the model again.`
  return new ClassifierError('model-invalid', sentence)
}
