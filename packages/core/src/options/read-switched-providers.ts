// What setExecutionProviders was given in, the candidates to try in order out.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import { providerList, readExecutionProviders } from './read-execution-providers'
import type { PlatformProviders, RequestedProviders } from './read-execution-providers'

type GivenProviders = Exclude<Parameters<typeof readExecutionProviders>[0], undefined>

/** Throws 'option-invalid'. Nothing stands for the default: who changes the provider says to which. */
export function readSwitchedProviders(given: GivenProviders, platform: PlatformProviders): RequestedProviders {
  if (providerList.accepts(given)) return readExecutionProviders(given, platform)
  const sentence = `setExecutionProviders takes ${providerList.words}; received ${describeValue(given)}.`
  throw new ClassifierError('option-invalid', sentence)
}
