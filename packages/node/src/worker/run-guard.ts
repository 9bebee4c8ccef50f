// Memory that two threads share in; a way out to end a worker, or the process, at no moment when native code runs.

// onnxruntime-node throws where JavaScript may no longer be called: a thread that ends amid a run ends the process.
const longestRun = 30_000

const running = 0
const stopped = 1

/** The worker brackets its native calls with it, and its caller waits for the bracket to close. */
export class RunGuard {
  /** To be handed to the worker. */
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array

  constructor(memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory
    this.#cells = new Int32Array(memory)
  }

  /** The worker's side. After `stop` nothing begins any more: the thread waits there for its end. */
  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    Atomics.add(this.#cells, running, 1)
    // In this order, as the other side first stops and then counts.
    if (Atomics.load(this.#cells, stopped) === 1) this.#wait()
    try {
      return await job()
    } finally {
      this.#leave()
    }
  }

  /** The caller's side, like all that follows. */
  stop(): void {
    Atomics.store(this.#cells, stopped, 1)
  }

  /** Resolves when nothing runs; after half a minute it does not matter any more. */
  async quiet(): Promise<void> {
    const end = performance.now() + longestRun
    while (this.#count() > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 2))
  }

  /** The same for the moment when the process ends and no promise is waited for. */
  waitUntilQuiet(): void {
    const end = performance.now() + longestRun
    for (let count = this.#count(); count > 0 && performance.now() < end; count = this.#count()) {
      Atomics.wait(this.#cells, running, count, end - performance.now())
    }
  }

  #count(): number {
    return Atomics.load(this.#cells, running)
  }

  #leave(): void {
    Atomics.sub(this.#cells, running, 1)
    Atomics.notify(this.#cells, running)
  }

  #wait(): void {
    this.#leave()
    Atomics.wait(this.#cells, stopped, 1)
  }
}
