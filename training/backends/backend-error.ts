// What a backend lacks in; an error with a stable code and the command that helps out.

/** Stable codes, for programs; texts may change, codes do not. */
export type BackendErrorCode =
  | 'backend-missing' // its packages are not installed
  | 'backend-device' // the packages are there, and no device computes for them

export class BackendError extends Error {
  constructor(
    readonly code: BackendErrorCode,
    sentences: string,
    options?: ErrorOptions,
  ) {
    super(`${sentences} [${code}]`, options)
    this.name = 'BackendError'
  }
}
