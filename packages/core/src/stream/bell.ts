// Rings in, promises that resolve at the next ring out: for those who wait until something has changed.

export class Bell {
  #ring: () => void = () => undefined
  #rung = this.#renew()

  /** Resolves at the next ring; earlier ones are not heard. */
  rung(): Promise<void> {
    return this.#rung
  }

  ring(): void {
    const ring = this.#ring
    this.#rung = this.#renew()
    ring()
  }

  #renew(): Promise<void> {
    return new Promise((resolve) => { this.#ring = resolve })
  }
}
