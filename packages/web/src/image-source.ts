// What can be classified in a browser beside pixels: encoded pictures of every kind, and what a page draws or shows.
import type { DrawnSource, EncodedSource } from '@stylelens/core'

export type { DrawnSource, VideoSource } from '@stylelens/core'

/** Addresses (relative ones are of the page), Blobs, Responses, streams, bytes, and drawn things. */
export type WebSource = EncodedSource | DrawnSource
