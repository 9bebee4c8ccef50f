// A platform, what is measured and a way to measure it in; the measures, taken once for the process or page, out.
import { OptionKeys } from '../options/option-keys'
import type { MeasuredProvider } from './measured-provider'

interface Memory {
  readonly keys: OptionKeys
  readonly measures: Map<string, Promise<readonly MeasuredProvider[]>>
}

// By platform, of which a process or page has one; a test that makes its own has a memory of its own.
const memories = new WeakMap<object, Memory>()

/** Callers that overlap share one measurement. */
export function rememberedMeasures(
  platform: object,
  subject: Readonly<Record<string, unknown>>,
  measure: () => Promise<readonly MeasuredProvider[]>,
): Promise<readonly MeasuredProvider[]> {
  const memory = memories.get(platform) ?? { keys: new OptionKeys(), measures: new Map() }
  memories.set(platform, memory)
  const key = memory.keys.keyOf(subject)
  const known = memory.measures.get(key)
  if (known) return known
  const measures = measure()
  memory.measures.set(key, measures)
  return measures
}
