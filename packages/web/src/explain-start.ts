// What was thrown when onnxruntime was loaded or a session was made in; the typed error out.
import { ClassifierError, isClassifierError } from '@stylelens/core'
import type { BuildName } from './onnxruntime-build'

const firstLine = (error: unknown) => ((error as Error).message ?? String(error)).split('\n')[0]

/** Its JavaScript. */
export function runtimeMissing(cause: unknown, build: BuildName): ClassifierError {
  if (isClassifierError(cause)) return cause
  const owner = build === 'asyncify' ? '@stylelens/web-asyncify' : '@stylelens/web'
  // Chromium never tries a failed import() again in the same page
  const mend = `Load the page again; where that does not help, install ${owner} again.`
  const sentence = `onnxruntime-web cannot be loaded: ${firstLine(cause)} ${mend}`
  return new ClassifierError('runtime-missing', sentence, { cause })
}

/** @param name of the execution provider */
export function explainStart(error: unknown, name: string): ClassifierError {
  if (isClassifierError(error)) return error
  const reason = firstLine(error)
  // said before any model is looked at: WebAssembly itself did not start
  if (/no available backend|initWasm|previous call|WebAssembly|CompileError/i.test(reason)) {
    const mend = 'Load the page again; see `cause`.'
    return new ClassifierError('runtime-missing', `onnxruntime-web does not start: ${reason} ${mend}`, { cause: error })
  }
  if (name === 'wasm') {
    const mend = 'Check the model file and `sessionOptions`.'
    return new ClassifierError('model-invalid', `onnxruntime-web cannot open the model: ${reason} ${mend}`, { cause: error })
  }
  const mend = 'Ask for another provider.'
  return new ClassifierError('provider-failed', `Execution provider '${name}' did not start: ${reason} ${mend}`, {
    cause: error,
  })
}
