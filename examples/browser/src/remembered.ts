// A key in; what the browser remembers under it from the last visit out. A browser that forbids storing forgets.

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`stylelens-${key}`)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`stylelens-${key}`, value)
  } catch {
    // The page works without a memory.
  }
}
