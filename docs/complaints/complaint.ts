// What users of other libraries complain about, what is done about it here, and the tests that prove it.

export interface Complaint {
  readonly complaint: string
  /** Threads where it was said. */
  readonly heard: string
  readonly answer: string
  /** Test files, each with a title in it. */
  readonly proofs: readonly { readonly file: string; readonly test: string }[]
  /** What of the answer no test here can tell, and why. */
  readonly untested?: string
}
