// Nothing in; the files of a model on a server in memory, and a way to load it from there, out.
import { createHash } from 'node:crypto'
import type { LoadModelOptions } from '../src/model/load-model-options'
import type { ModelFiles } from '../src/model/model-files'
import { openHttpModel } from '../src/model/open-http-model'
import { endlessTimeout } from './fake-network'
import type { FakeAnswer, FakeNetwork, FakeServer } from './fake-network'
import { makeOnnx } from './make-onnx'
import { sampleManifest } from './sample-manifest'

export const model = makeOnnx()
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
export const manifest = JSON.stringify(sampleManifest({ sha256: sha256(model), bytes: model.length }))
export const address = 'https://models.test/m/'

export const files: Readonly<Record<string, FakeAnswer>> = {
  '/m/manifest.json': { body: manifest, headers: { etag: '"1"' } },
  '/m/model.onnx': { body: model, headers: { 'content-length': String(model.length) } },
}

export const serveFiles: FakeServer = (path, { headers }) => {
  const answer = files[path.replace(/\?.*/, '')] ?? { status: 404, body: 'no' }
  const known = headers['if-none-match']
  return known !== undefined && known === answer.headers?.etag ? { status: 304 } : answer
}

export function load(
  network: FakeNetwork,
  changes: Partial<LoadModelOptions> = {},
  from = address,
): Promise<ModelFiles> {
  return openHttpModel(from, network, {
    dtype: 'fp32',
    fetch: undefined,
    cache: true,
    integrity: undefined,
    maxModelBytes: 10_000,
    timeout: endlessTimeout,
    ...changes,
  })
}

export async function loadBoth(
  network: FakeNetwork,
  changes: Partial<LoadModelOptions> = {},
  from = address,
): Promise<Uint8Array> {
  return (await load(network, changes, from)).readModel('model.onnx')
}
