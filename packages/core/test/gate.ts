// Nothing in; a promise that a test opens when it wants out.

export interface Gate {
  readonly opened: Promise<void>
  open(): void
}

export function makeGate(): Gate {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { opened, open: () => open() }
}

/** Lets everything happen that needs no timer. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => { setTimeout(resolve, 0) })
}
