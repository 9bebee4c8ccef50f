// A picture's path and creation options as JSON in; the answer as JSON on standard output out, with nothing disposed.
import { createClassifier, isClassifierError } from '../src/index'

const [path = '', options = '{}'] = process.argv.slice(2)

async function answer(): Promise<unknown> {
  try {
    const classifier = await createClassifier({ model: new URL('./tiny', import.meta.url), ...JSON.parse(options) })
    return { backend: classifier.backend, predictions: await classifier.classify(path) }
  } catch (error) {
    return isClassifierError(error) ? { code: error.code, message: error.message } : { message: String(error) }
  }
}

void answer().then((value) => console.log(JSON.stringify(value)))
