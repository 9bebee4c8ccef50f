// A user's CommonJS script: a picture's path and creation options as JSON in, its predictions and the backend as JSON out.
const { createClassifier } = require('stylelens')

async function main() {
  const classifier = await createClassifier(JSON.parse(process.argv[3] ?? '{}'))
  const predictions = await classifier.classify(process.argv[2], { topK: null })
  console.log(JSON.stringify({ predictions, backend: classifier.backend }))
  await classifier.dispose()
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
