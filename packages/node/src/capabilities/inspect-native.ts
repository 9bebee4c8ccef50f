// The loaders of onnxruntime-node in; which of its providers this machine has, and what the others lack, out.
import { isClassifierError } from '@stylelens/core'
import type { Capability, ExecutionProviderName, ProviderCapability } from '@stylelens/core'
import { explainStartFailure, shortReason } from '../native/explain-start-failure'
import { explainUnloadable } from '../native/explain-unloadable'
import { missingForProvider } from '../native/missing-for-provider'
import { missingInBinary } from '../native/missing-in-binary'
import type { MissingPart } from '../native/missing-part'
import { binaryFolder } from '../native/native-folder'
import { openNative } from '../open-onnxruntime'
import type { NativeOnnxruntime, OnnxruntimeLoaders } from '../open-onnxruntime'
import { buildSessionOptions } from '../session-options'
import { trialModel } from './trial-model'

type NativeLoaders = Pick<OnnxruntimeLoaders, 'native' | 'nativeFolder'>

export interface NativeInspection {
  readonly package: Capability
  readonly providers: readonly ProviderCapability[]
}

export async function inspectNative(
  names: readonly ExecutionProviderName[],
  loaders: NativeLoaders,
): Promise<NativeInspection> {
  const opened = await openOrExplain(loaders.native)
  if (!('onnxruntime' in opened)) {
    const lack = { available: false, ...opened }
    return { package: lack, providers: names.map((name) => ({ name, ...lack })) }
  }
  const folder = binaryFolder(loaders.nativeFolder())
  const providers: ProviderCapability[] = []
  for (const name of names) {
    const part = await missingPart(name, opened.onnxruntime, folder)
    providers.push(part === undefined ? { name, available: true } : { name, available: false, ...part })
  }
  return { package: { available: true }, providers }
}

async function openOrExplain(load: NativeLoaders['native']): Promise<{ onnxruntime: NativeOnnxruntime } | MissingPart> {
  try {
    return { onnxruntime: await openNative(load) }
  } catch (error) {
    return explainUnloadable(isClassifierError(error) ? error.cause : error)
  }
}

/** By what lies on disk first; only a provider that has all of that is started, on a model of one number. */
async function missingPart(
  name: ExecutionProviderName,
  onnxruntime: NativeOnnxruntime,
  folder: string | undefined,
): Promise<MissingPart | undefined> {
  const part = missingInBinary(name, onnxruntime) ?? missingForProvider(name, folder)
  if (part !== undefined) return part
  const candidate = { name, options: {} }
  const options = buildSessionOptions({ candidate, strict: true, threads: 1, sessionOptions: {} })
  try {
    const session = await onnxruntime.InferenceSession.create(trialModel, options)
    await session.release()
    return undefined
  } catch (error) {
    const explained = explainStartFailure(name, String((error as Error).message), folder)
    return explained ?? { missing: `a start without an error: ${shortReason(error)}`, mend: 'Update its driver.' }
  }
}
