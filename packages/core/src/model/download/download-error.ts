// The name of a file and what kept it from coming in; the typed error of a failed download out.
import { ClassifierError } from '../../classifier-error'

export function downloadError(name: string, reason: string, cause?: unknown): ClassifierError {
  const sentence = `Cannot download ${name}: ${reason}. Check the address, \`fetch\` and the network.`
  return new ClassifierError('model-download', sentence, cause === undefined ? {} : { cause })
}
