// Nothing in; the address that relative ones are of out: the page's, also within a worker that the page has started.

let given: string | undefined

/** In a worker: the address of the page that it works for. */
export function workFor(page: string): void {
  given = page
}

export function pageAddress(): string | undefined {
  return given ?? globalThis.document?.baseURI ?? globalThis.location?.href
}

/** Some bundlers (Turbopack) make URLs without an origin of `new URL('...', import.meta.url)`. */
export const absoluteAddress = (address: string): string => new URL(address, pageAddress()).href
