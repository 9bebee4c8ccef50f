// A model in; what WebGPU in this process answers, how far it is from the CPU, and what was heard of it, as JSON out.
import { createClassifier } from '@stylelens/node'
import type { Classifier, FallbackEvent } from '@stylelens/node'

/** Shaded squares of three sizes: in one list, so that the GPU gets a batch of four. */
const pictures = [20, 28, 40].map((size) => ({
  data: Uint8Array.from({ length: size * size }, (_, index) => (index * 7) % 256),
  width: size,
  height: size,
  channels: 1,
} as const))

async function logitsOf(classifier: Classifier): Promise<number[]> {
  const answers = await Promise.all(pictures.map((picture) => classifier.classifyDetailed(picture)))
  return answers.flatMap(({ logits }) => [...logits])
}

async function main(model: string): Promise<void> {
  const fallbacks: FallbackEvent[] = []
  const phases: string[] = []
  const classifier = await createClassifier({
    model,
    executionProviders: ['webgpu', 'cpu'],
    onFallback: (event) => fallbacks.push(event),
    onProgress: ({ phase, loaded, total }) => phases.push(`${phase} ${loaded === total ? 'done' : 'begun'}`),
  })
  const cpu = await createClassifier({ model, executionProviders: 'cpu' })
  const [received, expected] = [await logitsOf(classifier), await logitsOf(cpu)]
  const lists = [await classifier.classify(pictures), await cpu.classify(pictures)]
  console.log(JSON.stringify({
    backend: classifier.backend,
    difference: Math.max(...received.map((logit, index) => Math.abs(logit - expected[index]))),
    labels: lists.map((list) => list.map(([best]) => best.label)),
    fallbacks: fallbacks.map(({ from, to, reason: { code } }) => ({ from, to, code })),
    phases: [...new Set(phases)],
  }))
  await Promise.all([classifier.dispose(), cpu.dispose()])
}

await main(process.argv[2])
