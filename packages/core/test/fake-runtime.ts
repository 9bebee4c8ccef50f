// Behaviours to change in; a platform in memory out, whose model reads the label from the brightness of the picture.
import './loaded-parts'
import type {
  DecodedImage, DecodeOptions, FrameOptions, InputTensor, ModelFiles, Runtime, Session, SessionOptions, StreamFrame, Tensor,
} from '../src/index'
import { FakeTimers } from './fake-timers'
import { sampleDigest, sampleLabels, sampleManifest, sampleModelBytes } from './sample-manifest'

/** A picture of one brightness, 0..255: the model answers with label number `shade`, as sure as can be. */
export interface FakePicture {
  readonly shade: number
  /** The decoder waits for it. */
  readonly ready?: Promise<unknown>
}

/** Shows its frames one after another. */
export interface FakeVideo {
  readonly shown: AsyncIterable<StreamFrame<FakePicture>>
}

export interface FakeRuntime extends Runtime<FakePicture, string, FakeVideo> {
  /** Number of pictures of each run, in the order in which the runs began. */
  readonly runs: number[]
  /** The shades of the pictures of each run. */
  readonly shades: number[][]
  readonly timers: FakeTimers
  readonly frameOptions: FrameOptions[]
  /** First label index of each run. */
  readonly order: number[]
  readonly attempts: SessionOptions[]
  readonly decodeOptions: DecodeOptions[]
  releases: number
  /** Most runs that were in progress together. */
  mostRuns: number
  /** Most decodes that were in progress together. */
  mostDecodes: number
  /** Runs on a session that was released already. */
  lateRuns: number
  /** Throws where a run with pictures of these shades is to fail. */
  refuse: (shades: readonly number[]) => void
  /** Every run waits for it. */
  runGate: Promise<unknown>
  /** Stands in for `createSession`. */
  start: (options: SessionOptions) => void | Promise<void>
  /** Changes what a run answers, or throws. */
  spoil: (outputs: Record<string, Tensor>) => Record<string, Tensor>
  manifest: unknown
}

export function fakeRuntime(changes: Partial<Runtime<FakePicture, string, FakeVideo>> = {}): FakeRuntime {
  const timers = new FakeTimers()
  let decodes = 0
  const runtime: FakeRuntime = {
    ...emptyRecords(),
    timers,
    refuse: () => undefined,
    runGate: Promise.resolve(),
    start: () => undefined,
    spoil: (outputs) => outputs,
    manifest: sampleManifest(),
    defaultExecutionProviders: ['cpu', 'wasm'],
    async decodeImage(picture, options) {
      runtime.decodeOptions.push(options)
      runtime.mostDecodes = Math.max(runtime.mostDecodes, ++decodes)
      try {
        await (picture.ready ?? Promise.resolve())
        return shadeImage(picture.shade)
      } finally {
        decodes--
      }
    },
    async loadModel(): Promise<ModelFiles> {
      return { manifest: runtime.manifest, readModel: async () => sampleModelBytes }
    },
    async createSession(_model, options) {
      runtime.attempts.push(options)
      await runtime.start(options)
      return fakeSession(runtime, options)
    },
    sha256: async () => sampleDigest,
    clock: () => timers.tick(),
    delay: (milliseconds, signal) => timers.delay(milliseconds, signal),
    frames(source, options) {
      if (!('shown' in source)) return undefined
      runtime.frameOptions.push(options)
      return source.shown
    },
    ...changes,
  }
  return runtime
}

function emptyRecords() {
  const numbers = { releases: 0, lateRuns: 0, mostRuns: 0, mostDecodes: 0 }
  return { runs: [], shades: [], order: [], frameOptions: [], attempts: [], decodeOptions: [], ...numbers }
}

function fakeSession(runtime: FakeRuntime, options: SessionOptions): Session {
  let running = 0
  let isReleased = false
  return {
    runtime: 'onnxruntime-node',
    runtimeVersion: '0.0.0',
    threads: options.threads,
    async run(_inputName, input, outputNames) {
      runtime.mostRuns = Math.max(runtime.mostRuns, ++running)
      if (isReleased) runtime.lateRuns++
      const shades = shadesOf(input)
      runtime.runs.push(input.dims[0])
      runtime.shades.push(shades)
      runtime.order.push(labelOf(input, 0))
      try {
        await runtime.runGate
        runtime.refuse(shades)
        return runtime.spoil(answer(input, outputNames))
      } finally {
        running--
      }
    },
    async release() {
      isReleased = true
      runtime.releases++
    },
  }
}

function answer(input: InputTensor, outputNames: readonly string[]): Record<string, Tensor> {
  const pictures = input.dims[0]
  const oneHot = new Float32Array(pictures * sampleLabels.length)
  for (let row = 0; row < pictures; row++) oneHot[row * sampleLabels.length + labelOf(input, row)] = 1
  const all: Record<string, Tensor> = {
    probabilities: { data: oneHot, dims: [pictures, sampleLabels.length] },
    logits: { data: oneHot.map((value) => value * 10), dims: [pictures, sampleLabels.length] },
    embedding: { data: new Float32Array(pictures * 2).fill(0.5), dims: [pictures, 2] },
  }
  return Object.fromEntries(outputNames.map((name) => [name, all[name]]))
}

function labelOf(input: InputTensor, row: number): number {
  return shadesOf(input)[row] % sampleLabels.length
}

function shadesOf({ data, dims: [pictures] }: InputTensor): number[] {
  return Array.from({ length: pictures }, (_, row) => Math.round(data[row * (data.length / pictures)] * 255))
}

export function shadeImage(shade: number): DecodedImage {
  return { data: new Uint8Array(28 * 28).fill(shade), width: 28, height: 28, channels: 1, orientation: 1 }
}
