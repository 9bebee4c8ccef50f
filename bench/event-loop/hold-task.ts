// What the processes of the event-loop bench are asked and what they answer.

export const places = ['this thread', 'a worker'] as const
export type Place = (typeof places)[number]

export const providers = ['cpu', 'wasm'] as const
export type Provider = (typeof providers)[number]

export interface HoldTask {
  /** Folder of manifest.json and model.onnx. */
  readonly folder: string
  readonly provider: Provider
  readonly place: Place
  /** How long each case is watched, about; a call that takes longer is watched as a whole. */
  readonly milliseconds: number
}

/** How long the event loop was held, in milliseconds beyond the millisecond between two looks at it. */
export interface Hold {
  readonly p99: number
  readonly most: number
  /** Looks at it. */
  readonly looks: number
}

export interface CaseHold extends Hold {
  readonly what: string
  /** Pictures in one call; 0 where there is no call. */
  readonly batch: number
  readonly calls: number
  /** Milliseconds of one call. */
  readonly call: number
}

export interface HoldAnswer {
  readonly runtime: string
  readonly runtimeVersion: string
  readonly cases: readonly CaseHold[]
}
