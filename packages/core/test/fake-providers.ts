// What each execution provider does in; a platform in memory out, whose time passes only while its sessions run.
import type { ModelManifest, Session, SessionOptions, Tensor } from '../src/index'
import type { SessionModel } from '../src/session/session-model'
import { sampleDigest, sampleManifest, sampleModelBytes } from './sample-manifest'

export interface FakeProvider {
  /** Thrown instead of starting; a function decides by the attempt. */
  readonly failure?: unknown
  readonly fail?: (options: SessionOptions) => void
  /** Milliseconds of one run, and of starting a session. */
  readonly run?: number
  readonly start?: number
  readonly spoil?: (outputs: Record<string, Tensor>) => Record<string, Tensor>
}

export interface FakeProviders {
  readonly attempts: SessionOptions[]
  /** Number of pictures of each run, by provider. */
  readonly runs: [string, number][]
  readonly released: string[]
  loaded: string[]
  hardware: number
  readonly platform: {
    createSession(model: Uint8Array, options: SessionOptions): Promise<Session>
    sha256(bytes: Uint8Array): Promise<string>
    clock(): number
    loadedProviders(): readonly SessionOptions['candidate']['name'][]
    hardwareThreads(): number
  }
}

/** Every run gives for each picture the logits 0, 1, 2, 3; a provider that is not in the table runs in no time. */
export function fakeProviders(table: Readonly<Record<string, FakeProvider>> = {}): FakeProviders {
  let time = 0
  const fake: FakeProviders = {
    attempts: [],
    runs: [],
    released: [],
    loaded: [],
    hardware: 1,
    platform: {
      async createSession(_model, options) {
        const provider = table[options.candidate.name] ?? {}
        fake.attempts.push(options)
        time += provider.start ?? 0
        provider.fail?.(options)
        if (provider.failure !== undefined) throw provider.failure
        return fakeSession(fake, options, provider, (milliseconds) => { time += milliseconds })
      },
      sha256: async () => sampleDigest,
      clock: () => time,
      loadedProviders: () => fake.loaded as SessionOptions['candidate']['name'][],
      hardwareThreads: () => fake.hardware,
    },
  }
  return fake
}

function fakeSession(
  fake: FakeProviders,
  { candidate: { name }, threads }: SessionOptions,
  provider: FakeProvider,
  pass: (milliseconds: number) => void,
): Session {
  return {
    runtime: 'onnxruntime-node',
    runtimeVersion: '0.0.0',
    threads,
    async run(_inputName, input, outputNames) {
      const pictures = input.dims[0]
      fake.runs.push([name, pictures])
      pass((provider.run ?? 0) / threads)
      const data = Float32Array.from({ length: pictures * 4 }, (_, index) => index % 4)
      const outputs = Object.fromEntries(outputNames.map((output) => [output, { data, dims: [pictures, 4] }]))
      return provider.spoil?.(outputs) ?? outputs
    },
    async release() {
      fake.released.push(name)
    },
  }
}

/** Two black pictures with the logits that the fake sessions give. */
export const sampleGolden = {
  pictures: btoa('\0'.repeat(2 * 784)),
  logits: { fp32: [[0, 1, 2, 3], [0, 1, 2, 3]] as unknown },
}

/** With golden vectors; `selfTest: undefined` is without. */
export function sampleModel(changes: Record<string, unknown> = {}, golden: unknown = sampleGolden): SessionModel {
  const selfTest = { file: 'golden.json', tolerance: 0.1 }
  const manifest = sampleManifest({ dtype: 'fp32', selfTest, ...changes }) as unknown as ModelManifest
  const bytes = new TextEncoder().encode(typeof golden === 'string' ? golden : JSON.stringify(golden))
  return { manifest, bytes: sampleModelBytes, readFile: async () => bytes }
}
