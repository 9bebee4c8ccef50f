// Models of one's own in; proof that they run as their manifest or their Hugging Face folder says, or are refused, out.
import type { Classifier } from '@stylelens/core'
import { check, equal, near, rejectsWith } from './expectations'
import type { ContractFixtures, ContractPixels, CustomModel } from './fixtures'
import { scoresOf } from './scores'
import type { ContractCase, Subject } from './subject'

const labels = ['red', 'green', 'blue']

/** RGB whose channel number `strongest` is the strongest everywhere, and which differs from side to side. */
function tinted(width: number, height: number, strongest: number): ContractPixels {
  const data = Uint8Array.from(
    { length: width * height * 3 },
    (_, index) => 40 + ((Math.floor(index / 3) % width) % 30) + (index % 3 === strongest ? 150 : 0),
  )
  return { data, width, height, channels: 3 }
}

export async function withModel(
  subject: Subject,
  model: unknown,
  options: object,
  work: (classifier: Classifier<unknown>) => Promise<void>,
): Promise<void> {
  const classifier = await subject.create({ model, ...options })
  try {
    await work(classifier)
  } finally {
    await classifier.dispose()
  }
}

/** Tells the colours of three pictures, alone and in one list, and is consistent with itself. */
export async function tellsColours(
  classifier: Classifier<unknown>,
  size: readonly number[],
  tolerance: number,
): Promise<void> {
  equal(classifier.labels, labels, 'The labels')
  const pictures = labels.map((_, strongest) => tinted(31, 24 + 9 * strongest, strongest))
  const lists = await classifier.classify(pictures, { topK: null })
  equal(
    lists.map(([best]) => best.label),
    labels,
    'The best labels',
  )
  const detailed = await classifier.classifyDetailed(pictures[1], { topK: null })
  const scores = scoresOf(detailed.predictions)
  near(scores, scoresOf(lists[1]), tolerance, 'the scores alone and in a list')
  near([scores.reduce((sum, score) => sum + score, 0)], [1], 1e-5, 'the sum of the scores')
  const powers = Array.from(detailed.logits, (logit) => Math.exp(logit))
  const sum = powers.reduce((total, power) => total + power, 0)
  near(
    powers.map((power) => power / sum),
    scores,
    tolerance,
    'the softmax of the logits',
  )
  equal(detailed.embedding, null, 'The embedding')
  const { width, height, channels } = detailed.input
  equal([width, height, channels], size, 'The picture that the model saw')
  await rejectsWith('embedding-missing', () => classifier.embed(pictures[0]), 'embed')
}

type Damage = (model: CustomModel) => CustomModel | { readonly manifest: object; readonly bytes: unknown }

type Refusal = readonly [what: string, code: string, words: string, damage: Damage]

const text = (words: string) => new TextEncoder().encode(words)

/** Without size and digest, so that the file itself has to be looked at. */
const unstated = ({ manifest: { sha256: _, bytes: __, ...manifest } }: CustomModel) => manifest

const damages: readonly Refusal[] = [
  [
    'other bytes',
    'model-integrity',
    'instead of',
    ({ manifest, bytes }) => ({ manifest, bytes: bytes.map((value, index) => (index === 20 ? value ^ 1 : value)) }),
  ],
  [
    'a web page',
    'model-invalid',
    'HTML',
    (model) => ({ manifest: unstated(model), bytes: text('<!DOCTYPE html><html>') }),
  ],
  ['JSON', 'model-invalid', 'JSON', (model) => ({ manifest: unstated(model), bytes: text('{"error": "Not found"}') })],
  [
    'a pointer of Git LFS',
    'model-invalid',
    'Git LFS',
    (model) => ({
      manifest: unstated(model),
      bytes: text('version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 9\n'),
    }),
  ],
  [
    'a file that is cut short',
    'model-invalid',
    'cut short',
    (model) => ({ manifest: unstated(model), bytes: model.bytes.subarray(0, model.bytes.length - 30) }),
  ],
  ['nothing', 'model-invalid', 'empty', (model) => ({ manifest: unstated(model), bytes: new Uint8Array() })],
  ['bytes that are none', 'option-invalid', 'model.bytes', ({ manifest }) => ({ manifest, bytes: 'model.onnx' })],
  [
    'a manifest of a later version',
    'model-manifest',
    'Update this package',
    ({ manifest, bytes }) => ({ manifest: { ...manifest, manifestVersion: 2 }, bytes }),
  ],
  [
    'a manifest with other labels',
    'model-invalid',
    'labels',
    (model) => ({ manifest: { ...model.manifest, labels: ['red', 'green'] }, bytes: model.bytes }),
  ],
]

function refusals(): ContractCase[] {
  return damages.map(([what, code, words, damage]) => ({
    name: `custom model: ${what} is refused with ${code}`,
    run: async (subject) => {
      const { message } = await rejectsWith(
        code,
        () => subject.create({ model: damage(subject.fixtures.custom) }),
        what,
      )
      check(message.includes(words), `The message must say "${words}": "${message}"`)
    },
  }))
}

const inMemory: readonly ContractCase[] = [
  {
    name: 'custom model: bytes with a manifest of colours run, probabilities alone too',
    run: async (subject) => {
      const { custom, tolerance } = subject.fixtures
      await withModel(subject, custom, {}, (classifier) => tellsColours(classifier, [12, 10, 3], tolerance))
    },
  },
  {
    name: 'custom model: what the manifest leaves out is on the classifier',
    run: async (subject) => {
      const { sha256: _, bytes: __, ...manifest } = subject.fixtures.custom.manifest
      await withModel(subject, { ...subject.fixtures.custom, manifest }, {}, async (classifier) => {
        const known = subject.fixtures.custom.manifest
        const { sha256, bytes, dtype, opset, parameters } = classifier.manifest
        equal(
          [sha256, bytes, dtype, opset, parameters],
          [known.sha256, known.bytes, 'fp32', 17, 9],
          'The facts of the file',
        )
      })
    },
  },
  ...refusals(),
]

const dtypes: readonly ContractCase[] = [
  {
    name: 'dtype: one that the model does not have is refused, and those that it has are named',
    run: async (subject) => {
      const creation = () => subject.create({ model: subject.fixtures.custom, dtype: 'fp16' })
      const { message } = await rejectsWith('option-invalid', creation, 'creation with fp16')
      check(message.includes("'fp16'") && message.includes("'fp32'"), `The message must name both dtypes: "${message}"`)
    },
  },
  {
    name: 'dtype: one that nobody knows is refused',
    run: async (subject) => {
      await rejectsWith('option-invalid', () => subject.create({ dtype: 'q4' }), 'creation with q4')
    },
  },
  {
    name: 'integrity: a digest of another manifest is refused',
    run: async (subject) => {
      const integrity = `sha256-${'ab'.repeat(32)}`
      await rejectsWith('model-integrity', () => subject.create({ integrity }), 'creation with another digest')
      await rejectsWith(
        'option-invalid',
        () => subject.create({ integrity: 'sha256-ab' }),
        'creation with half a digest',
      )
    },
  },
]

/** `model` is the place of test/golden/custom/hugging-face, as this runtime names places. */
function huggingFaceCases(model: unknown): readonly ContractCase[] {
  return [
    {
      name: 'Hugging Face folder: runs by its config.json and preprocessor_config.json',
      run: async (subject) => {
        await withModel(subject, model, {}, async (classifier) => {
          equal(classifier.manifest.name, 'stylelens/colours', 'The name of the model')
          await tellsColours(classifier, [16, 16, 3], subject.fixtures.tolerance)
        })
      },
    },
    {
      name: 'Hugging Face folder: dtype picks the file by its name',
      run: async (subject) => {
        const picture = tinted(40, 30, 2)
        const logits: Float32Array[] = []
        for (const dtype of ['fp32', 'int8']) {
          await withModel(subject, model, { dtype }, async (classifier) => {
            equal(classifier.manifest.dtype, dtype, 'The dtype')
            logits.push((await classifier.classifyDetailed(picture)).logits)
          })
        }
        // The second file has weights twice as large.
        near(
          logits[1],
          logits[0].map((logit) => 2 * logit),
          10 * subject.fixtures.tolerance,
          'the logits',
        )
        await rejectsWith('option-invalid', () => subject.create({ model, dtype: 'fp16' }), 'creation with fp16')
      },
    },
  ]
}

export function customModelCases({ huggingFace }: ContractFixtures): readonly ContractCase[] {
  return [...inMemory, ...dtypes, ...(huggingFace === undefined ? [] : huggingFaceCases(huggingFace))]
}
