// A copy of onnxruntime-node and providers in; what really ran, and what getCapabilities said, as JSON out.
import { createRequire } from 'node:module'
import { argv, stdout } from 'node:process'
import { createClassifier } from '@stylelens/core'
import type { ExecutionProviderName } from '@stylelens/core'
import { createSession } from '../../packages/node/src/create-session'
import { inspectMachine } from '../../packages/node/src/get-capabilities'
import { runtime } from '../../packages/node/src/load-classifier'
import { onnxruntimeLoaders } from '../../packages/node/src/open-onnxruntime'
import type { NativeOnnxruntime } from '../../packages/node/src/open-onnxruntime'
import type { FallBackAnswer } from './fall-back-answer'

const [folder = '', providers = ''] = argv.slice(2)

const loaders = {
  ...onnxruntimeLoaders,
  native: async () => createRequire(import.meta.url)(folder) as NativeOnnxruntime,
  nativeFolder: () => folder,
}

async function main(): Promise<FallBackAnswer> {
  const classifier = await createClassifier(
    { ...runtime, createSession: (model, options) => createSession(model, options, loaders) },
    { model: 'fashion-nano', executionProviders: providers.split(',') as ExecutionProviderName[] },
  )
  const picture = { data: new Uint8Array(28 * 28).fill(128), width: 28, height: 28 }
  const predictions = await classifier.classify(picture)
  const { backend } = classifier
  await classifier.dispose()
  const { executionProviders } = await inspectMachine(loaders)
  return { backend, predictions, executionProviders }
}

void main().then((answer) => stdout.write(JSON.stringify(answer)))
