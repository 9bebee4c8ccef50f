// What onnxruntime threw when a session was made, and the execution provider, in; the typed error out.
import { ClassifierError, isClassifierError } from '@stylelens/core'

export function explainStart(error: unknown, name: string): ClassifierError {
  if (isClassifierError(error)) return error
  const reason = ((error as Error).message ?? String(error)).split('\n')[0]
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
