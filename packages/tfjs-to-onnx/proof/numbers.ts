// Tensors as they travel between oracles and runners; the types.

export interface NumberTensor {
  readonly shape: readonly number[]
  readonly data: ArrayLike<number>
}

export interface Feed {
  readonly name: string
  readonly dataType: 'float32' | 'int32'
  readonly shape: readonly number[]
  readonly data: readonly number[]
}
