// What a queue runs.
import type { OutputLengths, PictureOutputs } from '../session/model-outputs'

/** One run of the model for all pictures; rejects as a whole. */
export type RunPictures = (pictures: readonly Float32Array[], lengths: OutputLengths) => Promise<PictureOutputs[]>
