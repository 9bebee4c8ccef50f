// Nothing in; the folder of onnxruntime-web's files within this package out.
import { fileURLToPath } from 'node:url'

/** `setup/copy-onnxruntime.mjs` puts them there, with their licence. */
export const runtimeFolder = fileURLToPath(new URL('../runtime/', import.meta.url))
