// A user's ESM script: a picture's path and creation options as JSON in, its predictions and the backend as JSON out.
import { createClassifier } from 'stylelens'

const classifier = await createClassifier(JSON.parse(process.argv[3] ?? '{}'))
const predictions = await classifier.classify(process.argv[2], { topK: null })
console.log(JSON.stringify({ predictions, backend: classifier.backend }))
await classifier.dispose()
