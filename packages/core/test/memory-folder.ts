// Files by their path in; a folder of a model in memory out.
import { ClassifierError } from '../src/classifier-error'
import { fileTooLarge } from '../src/model/file-too-large'
import type { FileLimits, ModelFolder } from '../src/model/model-files'

export function memoryFolder(
  files: Readonly<Record<string, Uint8Array>>,
  name = 'memory',
): ModelFolder & { readonly asked: (readonly [file: string, limits: FileLimits])[] } {
  const asked: [string, FileLimits][] = []
  return {
    name,
    asked,
    async read(file, limits) {
      asked.push([file, limits])
      const bytes = files[file]
      if (bytes !== undefined && bytes.length > limits.maxBytes) throw fileTooLarge(file, bytes.length, limits.maxBytes)
      return bytes
    },
    has: async (file) => file in files,
    explainAbsence: async () => new ClassifierError('model-manifest', `There is nothing in "${name}".`),
  }
}
