// Any value in; whether it has what core needs of an AbortSignal out.

export function isAbortSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    && 'aborted' in value && typeof value.aborted === 'boolean'
    && 'addEventListener' in value && typeof value.addEventListener === 'function'
}
