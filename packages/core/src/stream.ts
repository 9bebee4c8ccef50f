// What classifyStream takes and gives: sources of pictures in, answers with their number out.
import type { ClassifierError } from './classifier-error'
import type { Prediction } from './prediction'
import type { DecodedSource } from './runtime'

/** Pictures to be read one after another. A list is an iterable too. */
export type StreamSource<Source, Video = never> =
  | Iterable<Source | DecodedSource>
  | AsyncIterable<Source | DecodedSource>
  | Video

/** The answer to one picture of a stream: its predictions, or why there are none. */
export type StreamAnswer =
  | { readonly index: number; readonly predictions: Prediction[]; readonly error?: undefined }
  | { readonly index: number; readonly error: ClassifierError; readonly predictions?: undefined }
