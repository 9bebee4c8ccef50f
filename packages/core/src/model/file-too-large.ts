// The name and the size of a file of a model in; the typed error that it is too large out.
import { ClassifierError } from '../classifier-error'

/** @param bytes a number, or words where it is not known exactly */
export function fileTooLarge(name: string, bytes: number | string, maxBytes: number): ClassifierError {
  const sentence = `${name} has ${bytes} bytes, and ${maxBytes} are allowed.`
  return new ClassifierError('model-unsupported', `${sentence} Use a smaller file, or raise \`maxModelBytes\`.`)
}
