// A fresh process: a model and a provider as JSON in; the time from the import to the first answer of classify() out.
const { folder, provider, threads } = JSON.parse(process.argv[2])
const data = new Uint8Array(784).map((_, place) => (place % 28 > 7 && place % 28 < 20 ? 150 : 0))
const bytesBefore = process.memoryUsage.rss()
const began = performance.now()

const { createClassifier } = await import('@stylelens/node')
const classifier = await createClassifier({ model: folder, executionProviders: provider, threads })
const [best] = await classifier.classify({ data, width: 28, height: 28 })

const milliseconds = performance.now() - began
console.log(JSON.stringify({ milliseconds, bytes: process.memoryUsage.rss(), bytesBefore, score: best.score }))
await classifier.dispose()
