// Who is told when a person brings a picture, whichever way it came.

export interface GivenPicture {
  readonly blob: Blob
  /** In words, as a screen reader says it. */
  readonly name: string
}

export type PictureListener = (picture: GivenPicture) => void
