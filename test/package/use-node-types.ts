// A user's TypeScript for Node: compiled against the installed declarations where the compiler knows Node, never run.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { createClassifier } from 'stylelens'
import type { Classifier, Prediction } from 'stylelens'

export async function fromDisk(path: string, blob: Blob, response: Response): Promise<Prediction[][]> {
  const classifier: Classifier = await createClassifier({ signal: AbortSignal.timeout(1000), worker: { size: 2 } })
  const bytes: Buffer = await readFile(path)
  const pictures = [path, pathToFileURL(path), bytes, createReadStream(path), blob, response, response.body ?? bytes]
  return classifier.classify(pictures)
}
