// The rows of the bench beside the peer: which pictures, how many in a call, and which model takes them.
import type { BenchNetworkName } from './make-network'

export const contestants = ['bare', 'ours', 'peer'] as const
export type ContestantName = (typeof contestants)[number]

/** What a contestant's process reads: encoded files have no width. */
export interface RowPictures {
  readonly file: string
  readonly width?: number
  readonly height?: number
  readonly batch: number
}

export interface BenchRow {
  readonly what: string
  readonly model: BenchNetworkName
  readonly batch: number
  readonly width: number
  readonly height: number
  readonly source: 'pixels' | 'jpeg'
  /** Million pixels up to which we are to be ahead; above it only near. */
  readonly megapixels: number
}

const pixels = (model: BenchNetworkName, side: number, batch: number): BenchRow =>
  ({ what: `${side}x${side} pixels`, model, batch, width: side, height: side, source: 'pixels', megapixels: 0.05 })

const jpeg = (megapixels: number, width: number, height: number): BenchRow =>
  ({ what: `JPEG, ${megapixels} MP`, model: 'mobile', batch: 1, width, height, source: 'jpeg', megapixels })

export const benchRows: readonly BenchRow[] = [
  pixels('tiny', 28, 1),
  pixels('tiny', 28, 128),
  pixels('mobile', 224, 1),
  pixels('mobile', 224, 128),
  jpeg(0.05, 256, 192),
  jpeg(1, 1155, 866),
  jpeg(12, 4000, 3000),
]
