// A picture's path in; a process that ends with code 3 while its workers run the model, and nothing on stderr, out.
import { createClassifier } from '../src/index'

const [path = ''] = process.argv.slice(2)

async function leave(): Promise<void> {
  const classifier = await createClassifier({ worker: { size: 3 } })
  await classifier.classify(path)
  const pictures = Array.from({ length: 900 }, () => ({ data: new Uint8Array(784), width: 28, height: 28 }))
  void classifier.classify(pictures).catch(() => undefined)
  setTimeout(() => process.exit(3), 60)
}

void leave()
