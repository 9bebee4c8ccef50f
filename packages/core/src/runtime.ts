// What a platform (node, web) supplies to the pipeline: four functions and a clock, passed as an argument.
import type { AbortSignalLike } from './abort/abort-signal-like'
import type { DecodedImage, NdArrayLike, RawPixels } from './image'
import type { BackendReport, ExecutionProviderCandidate } from './execution-provider'
import type { LogLevel } from './log-level'
import type { CacheOption, LoadModelOptions } from './model/load-model-options'
import type { ModelFiles } from './model/model-files'
import type { WasmOptions } from './options/wasm-options'
import type { ProgressListener } from './progress'
import type { InputTensor, Tensor } from './tensor'

export type { AbortSignalLike, ModelFiles }

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

export interface SessionOptions {
  readonly candidate: ExecutionProviderCandidate
  /** Fail rather than let any operator run on another provider. */
  readonly strict: boolean
  readonly threads: number
  /** onnxruntime's own session options, passed through. */
  readonly sessionOptions: Readonly<Record<string, unknown>>
  /** What onnxruntime may write; 'silent' where it is not given. */
  readonly logLevel?: LogLevel
  /** Where the .wasm files of onnxruntime come from; beside the code where it is not given. */
  readonly wasm?: WasmOptions
  /** As in LoadModelOptions: a browser keeps .wasm files where it keeps models. */
  readonly cache?: CacheOption
  /** Milliseconds that the download of a .wasm file may stand still; for ever where it is not given. */
  readonly timeout?: number
  /** Hears of the bytes of onnxruntime's .wasm files, in phase 'runtime'. */
  readonly onProgress?: ProgressListener
}

/** A loaded model. The pipeline never overlaps two calls of one session. */
export interface Session {
  readonly runtime: BackendReport['runtime']
  readonly runtimeVersion: string
  readonly threads: number
  /** Runs leave the calling thread free. Default: false. */
  readonly offThread?: boolean
  run(inputName: string, input: InputTensor, outputNames: readonly string[]): Promise<Record<string, Tensor>>
  release(): Promise<void>
}

/** One frame of a video, as a platform hands it to core. */
export interface StreamFrame<Source> {
  readonly picture: Source | DecodedSource
  /** Number of the frame in its source, from 0; rising. Default: frames are counted as they are read. */
  readonly index?: number
  /** Called once, when the frame is answered or dropped. It must not throw. */
  release?(): void
}

export interface FrameOptions {
  /** False: the source must wait for its reader, or keep the frames. */
  readonly dropFrames: boolean
  readonly signal: AbortSignalLike
}

/**
 * Everything that differs between platforms. `Source` is what that platform's decodeImage takes, `Video` what its
 * `frames` takes. Signals may be core's own: they have what AbortSignalLike says, and are no AbortSignal for `fetch`.
 */
export interface Runtime<Source, ModelSource, Video = never> {
  /** Order of execution providers where the caller names none. */
  readonly defaultExecutionProviders: readonly ExecutionProviderCandidate['name'][]
  /** What 'auto' chooses among; the default ones where it is missing. */
  readonly autoExecutionProviders?: readonly ExecutionProviderCandidate['name'][]
  /** Those whose runtime is loaded already, so that a session on them downloads and installs nothing. */
  loadedProviders?(): readonly ExecutionProviderCandidate['name'][]
  /** Threads that one run may usefully have here; 1 where they cannot be had, and where it is missing. */
  hardwareThreads?(): number
  /** Encoded pictures of every kind to stored pixels. Raw pixels and ndarrays never reach it: core reads those itself. */
  decodeImage(source: Source, options: DecodeOptions): Promise<DecodedImage>
  /**
   * A model by its name or place; `openModelFolder` does most of it. Models in memory never reach it.
   * Rejects with 'model-not-found', 'model-manifest', 'model-download', 'model-unsupported', 'model-integrity' ...
   */
  loadModel(model: ModelSource, options: LoadModelOptions): Promise<ModelFiles>
  /** Rejects with a typed error that says why this candidate cannot be had. */
  createSession(model: Uint8Array, options: SessionOptions): Promise<Session>
  sha256(bytes: Uint8Array): Promise<string>
  /** Milliseconds, monotonic. */
  clock(): number
  /**
   * Resolves after that many milliseconds, or as soon as the signal is aborted; it never rejects, and then leaves no
   * timer. `batching.maxDelay` needs it, and `classifyStream` where it drops frames.
   */
  delay?(milliseconds: number, signal?: AbortSignalLike): Promise<void>
  /** The frames of a video as they are shown; undefined for any other value. The iterator's `return` ends it. */
  frames?(source: Video, options: FrameOptions): AsyncIterable<StreamFrame<Source>> | undefined
}

/** Pixels that every platform takes without decoding. */
export type DecodedSource = RawPixels | NdArrayLike
