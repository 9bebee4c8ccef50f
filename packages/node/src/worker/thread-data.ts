// What a worker thread is given when it starts.

export interface ThreadData {
  /** Of its RunGuard. */
  readonly memory: SharedArrayBuffer
  /** Workers that share this machine's processors with it, itself included. */
  readonly workers: number
}
