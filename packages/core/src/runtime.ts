// What a platform (node, web) supplies to the pipeline: four functions and a clock, passed as an argument.
import type { DecodedImage, NdArrayLike, RawPixels } from './image'
import type { BackendReport, ExecutionProviderCandidate } from './execution-provider'
import type { Tensor } from './tensor'

/** The part of AbortSignal that core needs. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Where strings given as pictures may lead. */
export interface InputDoors {
  readonly files: boolean
  readonly network: boolean
}

export interface DecodeOptions {
  readonly inputs: InputDoors
  /** Bytes that a download may have. */
  readonly maxBytes: number
  /** Milliseconds that a download may take. */
  readonly timeout: number
  /** Pixels (width x height) that a picture may have; checked from the header before decoding. */
  readonly maxPixels: number
  readonly signal?: AbortSignalLike
}

/** manifest.json as parsed JSON (not yet validated) and a way to the bytes of the file that it names. */
export interface ModelFiles {
  readonly manifest: unknown
  readModel(file: string): Promise<Uint8Array>
}

export interface SessionOptions {
  readonly candidate: ExecutionProviderCandidate
  /** Fail rather than let any operator run on another provider. */
  readonly strict: boolean
  readonly threads: number
  /** onnxruntime's own session options, passed through. */
  readonly sessionOptions: Readonly<Record<string, unknown>>
}

/** A loaded model. The pipeline never overlaps two calls of one session. */
export interface Session {
  readonly runtime: BackendReport['runtime']
  readonly runtimeVersion: string
  readonly threads: number
  /** Runs leave the calling thread free. Default: false. */
  readonly offThread?: boolean
  run(inputName: string, input: Tensor, outputNames: readonly string[]): Promise<Record<string, Tensor>>
  release(): Promise<void>
}

/** Everything that differs between platforms. `Source` is what that platform's decodeImage takes. */
export interface Runtime<Source, ModelSource> {
  /** Order of execution providers where the caller names none. */
  readonly defaultExecutionProviders: readonly ExecutionProviderCandidate['name'][]
  /** Encoded pictures of every kind to stored pixels. Raw pixels and ndarrays never reach it: core reads those itself. */
  decodeImage(source: Source, options: DecodeOptions): Promise<DecodedImage>
  loadModel(model: ModelSource, signal?: AbortSignalLike): Promise<ModelFiles>
  /** Rejects with a typed error that says why this candidate cannot be had. */
  createSession(model: Uint8Array, options: SessionOptions): Promise<Session>
  sha256(bytes: Uint8Array): Promise<string>
  /** Milliseconds, monotonic. */
  clock(): number
}

/** Pixels that every platform takes without decoding. */
export type DecodedSource = RawPixels | NdArrayLike
