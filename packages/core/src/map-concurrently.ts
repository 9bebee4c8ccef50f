// Items and an asynchronous step in; the results in the same order out, with a bounded number of steps at a time.

/**
 * Rejects with the failure of the lowest index: items start in order, so once one has failed no later one is started,
 * and every earlier one has already begun and is awaited.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  step: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  const failures = new Map<number, unknown>()
  let next = 0
  const work = async (): Promise<void> => {
    while (next < items.length && failures.size === 0) {
      const index = next++
      try {
        results[index] = await step(items[index], index)
      } catch (error) {
        failures.set(index, error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()))
  return results
}
