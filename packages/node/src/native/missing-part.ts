// What a provider lacks on this machine, and what brings it.

export interface MissingPart {
  /** Names: libraries by their file names, a driver with the version that is needed. */
  readonly missing: string
  /** Sentences, with the command where there is one. */
  readonly mend: string
}
