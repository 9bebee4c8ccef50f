// A user's ESM script: a picture's path in, its predictions and the backend as JSON out.
import { createClassifier } from 'stylelens'

const classifier = await createClassifier()
const predictions = await classifier.classify(process.argv[2], { topK: null })
console.log(JSON.stringify({ predictions, backend: classifier.backend }))
await classifier.dispose()
