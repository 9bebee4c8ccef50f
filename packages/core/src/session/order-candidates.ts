// The providers and threads that were asked for in; the same in the order to try them, 'auto' having been decided, out.
import type { ExecutionProviderCandidate, ExecutionProviderName } from '../execution-provider'
import { isGpuProvider } from '../is-gpu-provider'
import type { RequestedProviders } from '../options/read-execution-providers'
import type { MeasuredProvider } from './measured-provider'
import { measureProviders } from './measure-providers'
import { rememberedMeasures } from './remembered-measures'
import type { SessionPlatform } from './selected-session'
import type { SessionModel } from './session-model'

export interface OrderedCandidate {
  readonly candidate: ExecutionProviderCandidate
  readonly threads: number
}

export interface OrderWishes {
  readonly providers: RequestedProviders
  readonly threads: number | 'auto'
}

/** Milliseconds that all measurements of one choice may take together. */
const budget = 300

/** Multiply-accumulates below which one run on the CPU ends before a GPU has been told what to do. */
const worthAGpu = 50e6

/** Multiply-accumulates that keep a thread busy for long enough to be worth waking it. */
const worthAThread = 50e6

/**
 * By the size of the model. Then those of 'auto' whose runtime is loaded already are measured, where there are at least
 * two ways to compare, and change places among themselves; nothing is loaded for it. What was named keeps its place.
 */
export async function orderCandidates(
  platform: SessionPlatform,
  model: SessionModel,
  wishes: OrderWishes,
): Promise<readonly OrderedCandidate[]> {
  const { auto } = wishes.providers
  const hardware = platform.hardwareThreads?.() ?? 1
  const presumed = presume(wishes, workOf(model), hardware)
  const variants = variantsToMeasure(presumed, wishes, platform.loadedProviders?.() ?? [], hardware)
  if (variants.length < 2) return presumed
  const subject = { sha256: model.manifest.sha256, bytes: model.bytes.length, variants }
  const rows = await rememberedMeasures(platform, subject, () => measure(platform, model, variants))
  const best = fastestOfEach(rows)
  const settled = presumed.map(({ candidate, threads }) =>
    ({ candidate, threads: best.get(candidate.name)?.threads ?? threads }))
  const timeOf = ({ candidate: { name } }: OrderedCandidate): number => best.get(name)?.medianMilliseconds ?? Infinity
  return sortAmong(
    settled,
    ({ candidate: { name } }) => auto.includes(name) && best.has(name),
    (a, b) => timeOf(a) - timeOf(b),
  )
}

/** Multiply-accumulates of a picture; where they are not known, what networks of this many bytes usually need. */
function workOf({ manifest: { macs }, bytes }: SessionModel): number {
  return macs > 0 ? macs : 25 * bytes.length
}

/** What the model's size alone says: GPU providers first for large ones, last for small ones; threads by its work. */
function presume({ providers, threads }: OrderWishes, macs: number, hardware: number): readonly OrderedCandidate[] {
  const large = macs >= worthAGpu
  const rank = (name: ExecutionProviderName): number => isGpuProvider(name) === large ? 0 : 1
  const candidates = sortAmong(
    providers.candidates,
    ({ name }) => providers.auto.includes(name),
    (a, b) => rank(a.name) - rank(b.name),
  )
  const worth = Math.max(1, Math.min(hardware, Math.ceil(macs / worthAThread)))
  return candidates.map((candidate) => {
    if (threads !== 'auto') return { candidate, threads }
    return { candidate, threads: isGpuProvider(candidate.name) ? 1 : worth }
  })
}

/** Each loaded one with its presumed threads, and the CPU with one and with all too: WebAssembly's are set once. */
function variantsToMeasure(
  presumed: readonly OrderedCandidate[],
  { providers: { auto }, threads }: OrderWishes,
  loaded: readonly ExecutionProviderName[],
  hardware: number,
): readonly OrderedCandidate[] {
  return presumed.filter(({ candidate }) => loaded.includes(candidate.name)).flatMap((ordered) => {
    const { candidate } = ordered
    if (threads === 'auto' && candidate.name === 'cpu' && ordered.threads > 1) {
      return [...new Set([1, ordered.threads, hardware])].map((count) => ({ candidate, threads: count }))
    }
    return auto.includes(candidate.name) ? [ordered] : []
  })
}

function measure(
  platform: SessionPlatform,
  model: SessionModel,
  variants: readonly OrderedCandidate[],
): Promise<MeasuredProvider[]> {
  const candidates = variants.map(({ candidate, threads }) => ({ ...candidate, threads }))
  return measureProviders(platform, model.bytes, model.manifest, candidates, { budget })
}

function fastestOfEach(rows: readonly MeasuredProvider[]): Map<ExecutionProviderName, MeasuredProvider> {
  const measured = rows.filter(({ medianMilliseconds }) => medianMilliseconds !== null)
  const slowestFirst = measured.sort((a, b) => (b.medianMilliseconds ?? 0) - (a.medianMilliseconds ?? 0))
  return new Map(slowestFirst.map((row) => [row.executionProvider, row]))
}

/** Sorts those that `belongs` picks, in the places that they have; the others stay. */
function sortAmong<Item>(
  items: readonly Item[],
  belongs: (item: Item) => boolean,
  compare: (a: Item, b: Item) => number,
): readonly Item[] {
  const sorted = items.filter(belongs).sort(compare).values()
  return items.map((item) => belongs(item) ? sorted.next().value ?? item : item)
}
