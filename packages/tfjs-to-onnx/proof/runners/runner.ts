// What every way of running an ONNX file gives; the types.
import type { Feed, NumberTensor } from '../numbers'

export interface Session {
  run(feeds: readonly Feed[]): Promise<Readonly<Record<string, NumberTensor>>>
  release(): Promise<void>
}

export interface Runner {
  readonly name: string
  open(bytes: Uint8Array): Promise<Session>
}
