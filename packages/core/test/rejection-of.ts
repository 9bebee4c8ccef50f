// A promise that must reject in; its reason out.

export function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => { throw new Error('It did not reject.') },
    (reason: unknown) => reason,
  )
}
