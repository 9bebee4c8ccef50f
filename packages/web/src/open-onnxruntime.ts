// A build of onnxruntime in; the same loaded, with its .wasm at hand and quiet, out. Each is opened once in a page.
import type { LogLevel } from '@stylelens/core'
import { loadWasm } from './load-wasm'
import type { WasmSettings } from './load-wasm'
import { loadUnusualStart } from './load-unusual-start'
import { makeTurns } from './make-turns'
import type { InTurn } from './make-turns'
import type { BuildName, Onnxruntime, OnnxruntimeBuild } from './onnxruntime-build'

export interface OpenOnnxruntime {
  readonly onnxruntime: Onnxruntime
  /** Everything that enters onnxruntime: creating, running and releasing. */
  readonly inTurn: InTurn
}

interface Opened extends OpenOnnxruntime {
  /** The first session has been made, so that the .wasm is in use. */
  started: boolean
}

const opened = new Map<BuildName, Promise<Opened>>()
const ready = new Set<BuildName>()

/** Those whose first session has been made. */
export const startedBuilds = (): readonly BuildName[] => [...ready]

async function load(build: OnnxruntimeBuild): Promise<Onnxruntime> {
  try {
    return (await build.load()) as Onnxruntime
  } catch (error) {
    const { runtimeMissing } = await loadUnusualStart()
    throw runtimeMissing(error, build.name)
  }
}

/** onnxruntime must never fetch by itself: a fetch that fails there fails for as long as the page lives. */
async function open(build: OnnxruntimeBuild, settings: WasmSettings): Promise<Opened> {
  const [onnxruntime, bytes] = await Promise.all([load(build), loadWasm(build, settings)])
  onnxruntime.env.wasm.wasmBinary = bytes as Uint8Array<ArrayBuffer>
  return { onnxruntime, inTurn: makeTurns(), started: false }
}

/** Throws 'wasm-missing' or 'runtime-missing'; the next call then tries again. */
export function openOnnxruntime(build: OnnxruntimeBuild, settings: WasmSettings): Promise<OpenOnnxruntime> {
  const known = opened.get(build.name)
  if (known !== undefined) return known
  const opening = open(build, settings)
  opened.set(build.name, opening)
  opening.catch(() => opened.delete(build.name))
  return opening
}

/** To be called within a turn, before a session is made. */
export function settle({ env }: Onnxruntime, threads: number, logLevel: LogLevel = 'silent'): void {
  env.logLevel = logLevel === 'silent' ? 'fatal' : logLevel
  // the first session of the page fixes the number; without cross-origin isolation there is one thread only
  env.wasm.numThreads ??= globalThis.crossOriginIsolated === true ? threads : 1
}

/** After the first session of a build: its 14 to 27 MB need not be kept twice. */
export function noteStarted({ name }: OnnxruntimeBuild, { env }: Onnxruntime): void {
  ready.add(name)
  env.wasm.wasmBinary = undefined
}
