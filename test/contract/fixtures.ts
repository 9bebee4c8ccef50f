// The shape of everything that the contract needs to be given: plain data that any runtime can load.

/** Pixels as a caller hands them in. */
export interface ContractPixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

export type ContractFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'pixels'

/** A picture of test/golden with what the model must see of it. */
export interface ContractPicture {
  /** Its file name. */
  readonly name: string
  readonly format: ContractFormat
  /** Stored size, before any orientation. */
  readonly width: number
  readonly height: number
  /** EXIF, 1 to 8; 1 where the file says nothing. */
  readonly orientation: number
  /** What to pass to `classify`: the bytes of the file, or decoded pixels. */
  readonly source: Uint8Array | ContractPixels
  /** The input of the model in mode 'auto', [28 * 28], 0..255. */
  readonly input: Uint8Array
  /** Levels that a value of `input` may be off: 0 for lossless formats, 1 where decoders may round differently. */
  readonly inputTolerance: number
}

/** Scores by picture name, in the order of the labels. */
export type GoldenScores = Readonly<Record<string, readonly number[]>>

/** A model of one's own, as `createClassifier` takes it. */
export interface CustomModel {
  readonly manifest: Readonly<Record<string, unknown>>
  readonly bytes: Uint8Array
}

/** What differs between the rows of the table that is proved: runtime by model by provider. */
export interface ContractRow {
  readonly model: string
  readonly executionProvider: string
  /** A provider that exists and that this runtime cannot have. */
  readonly absentProvider: string
  /** Largest difference of a score from its golden one. */
  readonly tolerance: number
  /** Largest difference of a score in a batch from the same alone. */
  readonly batchTolerance: number
  /** Further options of `createClassifier` that this row needs. */
  readonly createOptions?: Readonly<Record<string, unknown>>
  /** Levels that the input of a picture may be off in this runtime, by file name, where it is more than elsewhere. */
  readonly inputTolerances?: Readonly<Record<string, number>>
  /** The place of test/golden/custom/hugging-face; without it, no such folder is tried. */
  readonly huggingFace?: string
}

export interface ContractFixtures extends ContractRow {
  readonly custom: CustomModel
  /** The same for graphs that take other numbers than float32. */
  readonly typed: Readonly<Record<'uint8' | 'float16', CustomModel>>
  readonly labels: readonly string[]
  readonly pictures: readonly ContractPicture[]
  /** By SHA-256 of the model file. */
  readonly scores: Readonly<Record<string, GoldenScores>>
}
