// A session and its model in; nothing out but that it has run a blank picture.
import { blankRequest } from '../classify/blank-request'
import type { ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import { runModel } from './run-model'

/** Errors: those of `runModel`. */
export async function runBlank(session: Pick<Session, 'run'>, manifest: ModelManifest): Promise<void> {
  const { pictures, lengths } = blankRequest(manifest)
  await runModel(session, manifest, pictures, lengths)
}
