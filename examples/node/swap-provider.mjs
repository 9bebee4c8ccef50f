// A picture and names of execution providers in; what each of them answers, and what really ran, out.
import { createClassifier } from 'stylelens'

const [picture = 'samples/pictures/bag.png', ...names] = process.argv.slice(2)
const providers = names.length > 0 ? names : ['cpu', 'wasm']

for (const provider of providers) {
  // The only line that changes. 'wasm' runs wherever JavaScript does, so it is a good last resort.
  const classifier = await createClassifier({ executionProviders: [...new Set([provider, 'wasm'])] })
  const [{ label, score }] = await classifier.classify(picture, { topK: 1 })
  const { executionProvider, runtime, fellBackFrom } = classifier.backend
  console.log(`asked for ${provider}, runs ${executionProvider} of ${runtime}: ${label} ${(100 * score).toFixed(1)} %`)
  for (const { message } of fellBackFrom) console.log(`  ${message}`)
  await classifier.dispose()
}
