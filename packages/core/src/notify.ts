// A listener of the caller and what it should hear in; nothing out, whatever the listener does.

/**
 * A listener is told and never asked: what it throws, or rejects with, is dropped. It must neither fail the work that
 * it listens to nor end the process, and a library that never prints has no other place for it.
 */
export function notify<Event>(listener: ((event: Event) => unknown) | undefined, event: Event): void {
  try {
    const answer: unknown = listener?.(event)
    if (isThenable(answer)) answer.then(undefined, () => undefined)
  } catch {
    // As above.
  }
}

function isThenable(value: unknown): value is { then(fulfilled: undefined, rejected: () => void): unknown } {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
