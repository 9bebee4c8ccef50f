// The executionProviders option in, the candidates to try in order out.
import { copyPlain } from '../copy-plain'
import { executionProviderNames } from '../execution-provider'
import type { ExecutionProvider, ExecutionProviderCandidate, ExecutionProviderName } from '../execution-provider'
import { isRecord } from '../expectation'
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
}

/** 'auto' stands for the platform's list; of a provider that is then named twice, only the first is tried. */
export function readExecutionProviders(
  given: ExecutionProvider | readonly ExecutionProvider[] | undefined,
  platformDefault: readonly ExecutionProviderName[],
): RequestedProviders {
  const named = toList(given ?? platformDefault).map(toCandidate)
  const platform = platformDefault.filter((name) => name !== 'auto').map(toCandidate)
  const expanded = named.flatMap((candidate) => candidate.name === 'auto' ? withoutNamed(platform, named) : [candidate])
  return { requested: named.map(({ name }) => name), candidates: expanded }
}

function toList(given: ExecutionProvider | readonly ExecutionProvider[]): readonly ExecutionProvider[] {
  return Array.isArray(given) ? given : [given as ExecutionProvider]
}

function toCandidate(provider: ExecutionProvider): ExecutionProviderCandidate {
  if (typeof provider === 'string') return { name: provider, options: {} }
  const { name, ...options } = provider
  return { name, options: copyPlain(options) }
}

function withoutNamed(
  platform: readonly ExecutionProviderCandidate[],
  named: readonly ExecutionProviderCandidate[],
): readonly ExecutionProviderCandidate[] {
  return platform.filter(({ name }) => !named.some((candidate) => candidate.name === name))
}

function isProvider(value: unknown): boolean {
  if (!isRecord(value)) return isProviderName(value)
  return isProviderName(value.name) && (value.name !== 'auto' || Object.keys(value).length === 1)
}

function isProviderName(value: unknown): boolean {
  return (executionProviderNames as readonly unknown[]).includes(value)
}
