// A pool of workers in; a way to give all of them another execution provider, or none of them, out.
import { packOptions } from './pack-options'
import type { WorkerLink } from './worker-link'
import type { WorkerPool } from './worker-pool'
import type { ProviderList, WorkerStarter } from './worker-starter'

/** @param created the list that the classifier was created with; undefined for that of the platform */
export function switchProviders(
  pool: Pick<WorkerPool, 'links'>,
  starter: Pick<WorkerStarter, 'backend' | 'useProviders'>,
  created: ProviderList | undefined,
): (providers: ProviderList) => Promise<void> {
  let current = created
  let changes: Promise<unknown> = Promise.resolve()

  const change = async (providers: ProviderList): Promise<void> => {
    const list = packOptions({ executionProviders: providers }).plain.executionProviders as ProviderList
    const before = current ?? starter.backend.requested
    const [first, ...others] = await pool.links()
    // What cannot be had fails here, and nothing has changed yet.
    await give(first, list)
    try {
      await Promise.all(others.map((link) => quietly(link, list)))
    } catch (error) {
      // One that cannot have the old provider any more keeps the new one: it works.
      await Promise.allSettled([first, ...others].map((link) => quietly(link, before)))
      throw error
    }
    current = list
    starter.useProviders(list)
    // Those that began with the old one and were ready in the meantime.
    const late = (await pool.links()).filter((link) => link !== first && !others.includes(link))
    await Promise.all(late.map((link) => quietly(link, list)))
  }

  return (providers) => {
    const result = changes.then(() => change(providers))
    changes = result.catch(() => undefined)
    return result
  }
}

async function give(link: WorkerLink, providers: ProviderList): Promise<void> {
  await link.send({ method: 'setExecutionProviders', values: [providers] }).result
}

/** The first worker has told the caller's listeners of it already. */
async function quietly(link: WorkerLink, providers: ProviderList): Promise<void> {
  if (link.ended) return
  link.muted = true
  try {
    await give(link, providers)
  } finally {
    link.muted = false
  }
}
