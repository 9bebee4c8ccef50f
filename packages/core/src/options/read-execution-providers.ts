// The executionProviders option in, the candidates to try in order out.
import { copyPlain } from '../copy-plain'
import { executionProviderNames } from '../execution-provider'
import type { ExecutionProvider, ExecutionProviderCandidate, ExecutionProviderName } from '../execution-provider'
import { isRecord } from '../is-record'
import type { Expectation } from '../expectation'

export const providerList: Expectation = {
  words: `one of ${executionProviderNames.map((name) => `'${name}'`).join(', ')}, `
    + 'or { name, ...options } (\'auto\' has none), or a list of these that is not empty',
  accepts: (value) => Array.isArray(value) ? value.length > 0 && value.every(isProvider) : isProvider(value),
}

export interface RequestedProviders {
  /** As the caller named them. */
  readonly requested: readonly ExecutionProviderName[]
  readonly candidates: readonly ExecutionProviderCandidate[]
  /** Those of the candidates that 'auto' stands for: their order is still to be decided. */
  readonly auto: readonly ExecutionProviderName[]
}

/** What a platform has. */
export interface PlatformProviders {
  readonly defaultExecutionProviders: readonly ExecutionProviderName[]
  readonly autoExecutionProviders?: readonly ExecutionProviderName[]
}

/** 'auto' stands for all that the platform has and the list does not name. */
export function readExecutionProviders(
  given: ExecutionProvider | readonly ExecutionProvider[] | undefined,
  { defaultExecutionProviders, autoExecutionProviders = defaultExecutionProviders }: PlatformProviders,
): RequestedProviders {
  const named = toList(given ?? defaultExecutionProviders).map(toCandidate)
  const auto = autoExecutionProviders.filter((name) => name !== 'auto' && !named.some((other) => other.name === name))
  const first = named.findIndex(({ name }) => name === 'auto')
  const candidates = named.flatMap((candidate, index) => {
    if (candidate.name !== 'auto') return [candidate]
    return index === first ? auto.map(toCandidate) : []
  })
  return { requested: named.map(({ name }) => name), candidates, auto: first === -1 ? [] : auto }
}

function toList(given: ExecutionProvider | readonly ExecutionProvider[]): readonly ExecutionProvider[] {
  return Array.isArray(given) ? given : [given as ExecutionProvider]
}

function toCandidate(provider: ExecutionProvider): ExecutionProviderCandidate {
  if (typeof provider === 'string') return { name: provider, options: {} }
  const { name, ...options } = provider
  return { name, options: copyPlain(options) }
}

function isProvider(value: unknown): boolean {
  if (!isRecord(value)) return isProviderName(value)
  return isProviderName(value.name) && (value.name !== 'auto' || Object.keys(value).length === 1)
}

function isProviderName(value: unknown): boolean {
  return (executionProviderNames as readonly unknown[]).includes(value)
}
