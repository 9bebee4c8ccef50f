// A live session and the providers that it shall go on with in; nothing out but that it does, warmed up where that pays.
import type { BackendReport, ExecutionProvider } from '../execution-provider'
import type { ModelManifest } from '../manifest'
import type { PlatformProviders, RequestedProviders } from '../options/read-execution-providers'
import { readSwitchedProviders } from '../options/read-switched-providers'
import { blankRequest } from '../classify/blank-request'
import type { Prepare } from './live-state'
import { runModel } from './run-model'

interface Switchable {
  switchTo(providers: RequestedProviders, prepare: Prepare): Promise<void>
}

export interface SwitchParts {
  readonly runtime: PlatformProviders
  readonly manifest: ModelManifest
  needsWarmup(backend: BackendReport): boolean
}

/** Errors: 'option-invalid', and those of `switchTo` and of a run. */
export async function switchProviders(
  session: Switchable,
  { runtime, manifest, needsWarmup }: SwitchParts,
  providers: ExecutionProvider | readonly ExecutionProvider[],
): Promise<void> {
  const { pictures, lengths } = blankRequest(manifest)
  await session.switchTo(readSwitchedProviders(providers, runtime), async (next) => {
    if (needsWarmup(next.backend)) await runModel(next.session, manifest, pictures, lengths)
  })
}
