// The pictures and labels that a training or an evaluation reads, and which of them belong to it.

export interface LabelledPictures {
  /** 8-bit grey, garment bright on black, [N * 784]. */
  readonly pictures: Uint8Array
  /** 0..9, [N]. */
  readonly labels: Uint8Array
}
