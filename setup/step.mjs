// Prints one line for a step: its name while it works, the seconds when it is done.

/** Runs `work`; what it throws passes through after the line is closed. */
export async function step(name, work) {
  const start = performance.now()
  process.stdout.write(`${name} ... `)
  try {
    const result = await work()
    process.stdout.write(`${seconds(start)} s\n`)
    return result
  } catch (error) {
    process.stdout.write(`failed after ${seconds(start)} s\n`)
    throw error
  }
}

/** Minutes since a `performance.now()`, as printed at the end of a suite. */
export function minutesSince(start) {
  return ((performance.now() - start) / 60_000).toFixed(1)
}

function seconds(start) {
  return ((performance.now() - start) / 1000).toFixed(1)
}
