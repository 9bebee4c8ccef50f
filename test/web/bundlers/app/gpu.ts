// An app that wants WebGPU in every browser: a picture's address in; its label, the provider and why no other out, in the title.
import { createClassifier } from 'stylelens/webgpu'

async function answer(picture: string): Promise<string> {
  const classifier = await createClassifier({ executionProviders: ['webgpu', 'wasm'] })
  const [{ label }] = await classifier.classify(picture)
  const { executionProvider, fellBackFrom } = classifier.backend
  await classifier.dispose()
  return [`${label} on ${executionProvider}`, ...fellBackFrom.map(({ code, message }) => `${code} ${message}`)].join(', ')
}

answer(new URLSearchParams(location.search).get('picture') ?? '').then(
  (title) => { document.title = `classified: ${title}` },
  (error: unknown) => { document.title = `failed: ${String(error)}` },
)
